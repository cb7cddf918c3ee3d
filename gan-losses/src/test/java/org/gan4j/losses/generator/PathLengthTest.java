package org.gan4j.losses.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.loss.GivenRegularizerContext;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with PyTorch (make_game_oracles.py in gan-testkit). */
class PathLengthTest {
    static List<OracleCase> known() {
        return Oracle.read("path-length").cases();
    }

    private static GivenRegularizerContext context() {
        Tensor none = Tensor.zeros(1, 1);
        return RegularizerContext.of(x -> x, none, none, RandomKey.of(1));
    }

    private static Outputs generated(String kind, Map<String, Tensor> p, Tensor z) {
        Tensor w = z.matmul(p.get("a")).tanh();
        if (kind.equals("layers")) {
            Tensor layers = Tensor.stack(1, w, w.mul(0.5));
            Tensor first = layers.slice(1, 0, 1).reshape(3, 4);
            Tensor second = layers.slice(1, 1, 2).reshape(3, 4);
            Tensor image =
                    first.matmul(p.get("b")).add(second.matmul(p.get("d"))).tanh();
            return Outputs.of(image.reshape(3, 2, 2, 2)).with("w", layers);
        }
        Tensor image = w.matmul(p.get("b")).tanh().add(w.matmul(p.get("d")).div(4));
        Outputs outputs = Outputs.of(image.reshape(3, 2, 2, 2));
        return kind.equals("w") ? outputs.with("w", w) : outputs;
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithPyTorchInValueGradientAndRunningMeanOverThreeSteps(OracleCase known) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        List.of("a", "b", "d").forEach(name -> parameters.put(name, known.input(name)));
        PathLength pathLength = new PathLength(known.setting("weight"), known.setting("decay"), 1);
        Tensor mean = Tensor.full(DType.DOUBLE, 0);
        for (int step = 0; step < 3; step++) {
            Tensor z = known.input("z");
            Tensor noise = known.input("noise").slice(0, step, step + 1).reshape(3, 2, 2, 2);
            GivenRegularizerContext context = context().state("mean", mean);
            Tensor penalty = pathLength.penalty(context, z, generated(known.name(), parameters, z), noise);
            known.requireExpected("penalty_" + step, penalty.evaluate(), 1e-12);
            String end = "_" + step;
            parameters.forEach((name, parameter) -> known.requireExpected(
                    "grad_" + name + end, Gradients.of(penalty, parameter).evaluate(), 1e-10));
            mean = context.updates().get("mean");
            known.requireExpected("mean_" + step, mean.evaluate(), 1e-12);
        }
    }

    @Test
    void aLinearGeneratorOfVectorsHasTheLengthsOfItsNoise() {
        // G(z) = 2 z has the Jacobian 2 I, so ‖Jᵀ y‖ = 2 ‖y‖; the decay 1 sets a to the mean length
        PathLength pathLength = new PathLength(3, 1, 4);
        GivenRegularizerContext context = context()
                .generator(Tensor.ones(5, 3), z -> Outputs.of(z.mul(2)))
                .state("mean", Tensor.full(0));
        Tensor lengths = RandomKey.of(1).normal(5, 3).norm(1).mul(2);
        Tensor deviation = lengths.sub(lengths.mean()).square().mean();
        double penalty = pathLength.penalty(context).evaluate().item();
        assertThat(penalty).isCloseTo(4 * 3 * deviation.evaluate().item(), offset(1e-4));
        assertThat(context.updates().get("mean").evaluate().item())
                .isCloseTo(lengths.mean().evaluate().item(), offset(1e-6));
    }

    @Test
    void isATermOfTheGeneratorWithAStateThatStartsAtZero() {
        PathLength standard = PathLength.standard();
        assertThat(standard).isEqualTo(new PathLength(2, 0.01, 4));
        assertThat(standard.player()).isEqualTo(Role.GENERATOR);
        assertThat(standard.usesInputGradient()).isFalse();
        assertThat(standard.state()).containsOnlyKeys("mean");
        assertThat(standard.state().get("mean").evaluate().item()).isZero();
    }

    @Test
    void refusesSettingsOutsideTheirBounds() {
        assertThatThrownBy(() -> new PathLength(0, 0.01, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path-length needs a weight above 0, a decay above 0 and at most 1, and a period of at"
                        + " least 1; got weight 0.0, decay 0.01 and period 4");
        assertThatThrownBy(() -> new PathLength(2, 1.5, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PathLength(2, 0.01, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
