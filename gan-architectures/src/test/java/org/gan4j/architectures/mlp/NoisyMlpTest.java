package org.gan4j.architectures.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.GaussianNoise;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

class NoisyMlpTest {
    private static final GaussianNoise NOISE = new GaussianNoise(VariableScope.of("critic/noise0", 1), 0.5);
    private static final NetworkSpec SITE = NetworkSpec.critic(VariableScope.of("critic", 3), Shape.of(1, 28, 28));

    private static ForwardPass pass() {
        return ForwardPass.training(RandomKey.of(3).child("move0"));
    }

    private static float[] onZeros(GaussianNoise noise, ForwardPass pass) {
        return noise.apply(Parameters.variables(), pass, Tensor.zeros(100, 100)).toFloats();
    }

    @Test
    void whatIsAddedHasMeanZeroAndTheDeviationAskedFor() {
        double sum = 0;
        double squares = 0;
        for (float one : onZeros(NOISE, pass())) {
            sum += one;
            squares += one * one;
        }
        assertThat(sum / 10_000).isCloseTo(0, offset(3 * 0.5 / 100));
        // the variance of n squares of normal numbers is 2 σ⁴/n
        assertThat(squares / 10_000).isCloseTo(0.25, offset(3 * 0.25 * Math.sqrt(2) / 100));
    }

    @Test
    void eachApplicationInAPassAndEachLayerDrawsItsOwn() {
        ForwardPass pass = pass();
        float[] real = onZeros(NOISE, pass);
        assertThat(onZeros(NOISE, pass)).isNotEqualTo(real);
        assertThat(onZeros(new GaussianNoise(VariableScope.of("critic/noise1", 1), 0.5), pass()))
                .isNotEqualTo(real);
        assertThat(onZeros(NOISE, pass())).as("traced again").isEqualTo(real);
    }

    @Test
    void nothingIsAddedInInference() {
        Tensor x = Tensor.ones(2, 2);
        assertThat(NOISE.apply(Parameters.variables(), ForwardPass.inference(), x))
                .isSameAs(x);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GaussianNoise(VariableScope.of("n", 1), -1))
                .withMessage("the deviation of noise is -1.0: choose a finite number of at least 0");
    }

    /** Weights, lengths and biases of 784-1000-500-250-250-250; 250 + 1 for the score. */
    @Test
    void hasTheParametersOfItsLayers() {
        assertThat(Mlp.noisyCritic().build(SITE).parameterCount())
                .isEqualTo(784 * 1000 + 2000 + 1000 * 500 + 1000 + 500 * 250 + 500 + 2 * (250 * 250 + 500) + 251);
    }

    @Test
    void namesItsFeaturesAndSeesThroughNoiseInTrainingOnly() {
        Network critic = Mlp.noisyCritic().widths(9, 7).build(SITE);
        Inputs two = Inputs.of(Tensor.ones(2, 1, 28, 28));
        Outputs trained = critic.apply(Variable::initial, pass(), two);
        Outputs calm = critic.apply(Variable::initial, ForwardPass.inference(), two);
        assertThat(trained.head(Outputs.FEATURES).shape()).isEqualTo(Shape.of(2, 7));
        assertThat(trained.value().shape()).isEqualTo(Shape.of(2));
        assertThat(trained.value().toFloats()[0]).isNotEqualTo(trained.value().toFloats()[1]);
        assertThat(calm.value().toFloats()[0]).isEqualTo(calm.value().toFloats()[1]);
    }

    @Test
    void reportsProblems() {
        assertThat(Mlp.noisyCritic().inputNoise(-1).problems(SITE))
                .containsExactly(
                        "the noisy MLP critic's deviations of noise must be finite and at least 0, not -1.0 and"
                                + " 0.5: 0.3 and 0.5 are the paper's");
        assertThat(Mlp.noisyCritic().widths(9, 0).problems(SITE)).hasSize(1);
    }
}
