package org.gan4j.losses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.losses.adversarial.Minimax;
import org.gan4j.losses.adversarial.NonSaturating;
import org.gan4j.losses.adversarial.Wasserstein;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.GradientCheck;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossesTest {
    private static final Map<String, AdversarialLoss> LOSSES =
            Map.of("minimax", new Minimax(), "non_saturating", new NonSaturating(), "wasserstein", new Wasserstein());

    static Stream<OracleCase> known() {
        return Oracle.read("losses").cases().stream().filter(one -> LOSSES.containsKey(one.text("loss")));
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithPyTorchInValueAndGradients(OracleCase known) {
        Tensor real = known.input("real");
        Tensor fake = known.input("fake");
        AdversarialLoss loss = LOSSES.get(known.text("loss"));
        Tensor value = known.text("role").equals("critic") ? loss.critic(real, fake) : loss.generator(real, fake);
        List<Tensor> gradients = Gradients.of(value, List.of(real, fake));

        known.requireExpected("loss", value.evaluate(), 1e-12);
        known.requireExpected("grad_real", gradients.get(0).evaluate(), 1e-12);
        known.requireExpected("grad_fake", gradients.get(1).evaluate(), 1e-12);
    }

    @Test
    void theOracleKnowsEachOfThem() {
        assertThat(known().map(one -> one.text("loss"))).containsAll(LOSSES.keySet());
    }

    static Stream<AdversarialLoss> all() {
        return new LossesPlugin().losses().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void hasRightFirstAndSecondDerivatives(AdversarialLoss loss) {
        Tensor real = Tensor.of(new double[] {1.5, -0.3, 0.8, -2});
        Tensor fake = Tensor.of(new double[] {-1.1, 0.4, 2.2, -0.6});
        GradientCheck.of(in -> loss.critic(in.get(0), in.get(1)), real.named("real"), fake.named("fake"))
                .order(2)
                .holds();
        GradientCheck.of(in -> loss.generator(in.get(0), in.get(1)), real.named("real"), fake.named("fake"))
                .order(2)
                .holds();
    }

    @Test
    void theCriticOfNonSaturatingIsAtTwoLogTwoWhenItCannotTell() {
        Tensor undecided = Tensor.of(new double[] {0, 0, 0});
        assertThat(new NonSaturating().critic(undecided, undecided).evaluate().item())
                .isCloseTo(2 * Math.log(2), org.assertj.core.data.Offset.offset(1e-12));
    }
}
