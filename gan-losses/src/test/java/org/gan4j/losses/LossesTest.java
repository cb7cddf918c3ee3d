package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.losses.adversarial.LeastSquares;
import org.gan4j.losses.adversarial.Minimax;
import org.gan4j.losses.adversarial.NonSaturating;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with PyTorch (make_loss_oracles.py). */
class LossesTest {
    static List<OracleCase> known() {
        return Oracle.read("losses").cases();
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithPyTorchInValueAndGradients(OracleCase known) {
        Tensor real = known.input("real");
        Tensor fake = known.input("fake");
        AdversarialLoss loss = TestedLosses.all().stream()
                .filter(each -> each.toString().equals(known.text("loss")))
                .findFirst()
                .orElseThrow();
        Tensor value = known.text("role").equals("critic") ? loss.critic(real, fake) : loss.generator(real, fake);
        List<Tensor> gradients = Gradients.of(value, List.of(real, fake));

        known.requireExpected("loss", value.evaluate(), 1e-12);
        known.requireExpected("grad_real", gradients.get(0).evaluate(), 1e-12);
        known.requireExpected("grad_fake", gradients.get(1).evaluate(), 1e-12);
    }

    static Stream<AdversarialLoss> all() {
        return TestedLosses.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theOracleKnowsBothPlayersOf(AdversarialLoss loss) {
        assertThat(known().stream()
                        .filter(each -> each.text("loss").equals(loss.toString()))
                        .map(each -> each.text("role")))
                .contains("critic", "generator");
    }

    @Test
    void theCriticOfNonSaturatingIsAtTwoLogTwoWhenItCannotTell() {
        Tensor undecided = Tensor.of(new double[] {0, 0, 0});
        assertThat(new NonSaturating().critic(undecided, undecided).evaluate().item())
                .isCloseTo(2 * Math.log(2), offset(1e-12));
    }

    @Test
    void settingsWithoutAMeaningAreRefused() {
        assertThatThrownBy(() -> new NonSaturating(1.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("non-saturating needs a real-label above 0.5 and at most 1, not 1.1");
        assertThatThrownBy(() -> new Minimax(0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minimax needs a real-label above 0.5 and at most 1, not 0.5");
        assertThatThrownBy(() -> new LeastSquares(1, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("least-squares needs targets b and c above a; got a 1.0, b 0.0 and c 1.0: choose 0, 1, 1"
                        + " or -1, 1, 0");
    }
}
