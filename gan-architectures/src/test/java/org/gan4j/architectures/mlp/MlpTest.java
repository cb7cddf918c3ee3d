package org.gan4j.architectures.mlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlpTest {
    /** Returns a spec of images both as input and as output; generators get latents in their place. */
    private static NetworkSpec spec(boolean penalty, long... sample) {
        return NetworkSpec.of(
                        VariableScope.of("network", 3),
                        new Field("image", DType.FLOAT, Shape.of(sample)),
                        Shape.of(sample))
                .independent(penalty);
    }

    private static Tensor apply(Network network, Tensor input) {
        return network.apply(Parameters.variables(), ForwardPass.training(RandomKey.of(1)), Inputs.of(input))
                .value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1", "1,28,28", "3,5,7", "6,4"})
    void fitsSamplesOfAnyShape(String shape) {
        long[] dims = Arrays.stream(shape.split(",")).mapToLong(Long::parseLong).toArray();
        NetworkSpec spec = spec(false, dims);
        Shape batch = Shape.of(
                LongStream.concat(LongStream.of(4), LongStream.of(dims)).toArray());
        MlpGenerator generator = Mlp.generator().latent(3).width(5).normalization(Normalization.BATCH);
        MlpCritic critic = Mlp.critic().width(5).dropout(0.5).maxout(2);
        assertThat(generator.problems(spec.latents(3))).isEmpty();
        assertThat(critic.problems(spec)).isEmpty();

        Tensor made = apply(generator.build(spec.latents(3)), Tensor.zeros(4, 3));
        assertThat(made.shape()).isEqualTo(batch);
        assertThat(apply(critic.build(spec), made).shape()).isEqualTo(Shape.of(4));
    }

    @Test
    void hasTheParametersUsedForAGridOfGaussians() {
        // generator 2-400-400-400-400-2, each hidden layer normalized: no bias, but a factor and a shift
        MlpGenerator generator = Mlp.generator().latent(2).layers(4).width(400).normalization(Normalization.BATCH);
        assertThat(generator.build(spec(false, 2).latents(2)).parameterCount())
                .isEqualTo(2 * 400 + 3 * 400 * 400 + 4 * 2 * 400 + 400 * 2 + 2);
        // critic 2-200-200-200-1, each hidden unit the largest of 5
        MlpCritic critic = Mlp.critic().layers(3).width(200).maxout(5);
        assertThat(critic.build(spec(false, 2)).parameterCount())
                .isEqualTo(3 * 1000 + 2 * (200 * 1000 + 1000) + 200 + 1);
    }

    @Test
    void hasThePapersParametersOnDigits() {
        // Goodfellow et al. 2014, https://github.com/goodfeli/adversarial mnist.yaml: 100-1200-1200-784 and maxout
        // 784-240·5-240·5-1
        assertThat(Mlp.generator()
                        .layers(2)
                        .width(1200)
                        .build(spec(false, 1, 28, 28).latents(100))
                        .parameterCount())
                .isEqualTo(101L * 1200 + 1201L * 1200 + 1201L * 784);
        assertThat(Mlp.critic()
                        .layers(2)
                        .width(240)
                        .maxout(5)
                        .dropout(0.5)
                        .build(spec(false, 1, 28, 28))
                        .parameterCount())
                .isEqualTo(785L * 1200 + 241L * 1200 + 241);
    }

    @Test
    void boundsImagesButNotVectors() {
        assertThat(Mlp.generator().resolved(spec(false, 1, 4, 4)).output()).isEqualTo(Output.TANH);
        assertThat(Mlp.generator().resolved(spec(false, 2)).output()).isEqualTo(Output.LINEAR);
        NetworkSpec spec = spec(false, 2);
        Tensor latents = RandomKey.of(2).normal(50, 3).mul(10);
        MlpGenerator generator = Mlp.generator().latent(3).width(5);
        assertThat(largest(apply(generator.build(spec.latents(3)), latents))).isGreaterThan(1);
        assertThat(largest(apply(generator.output(Output.TANH).build(spec.latents(3)), latents)))
                .isLessThanOrEqualTo(1);
    }

    private static double largest(Tensor x) {
        try (Session session = new ReferenceEngine().open()) {
            return session.evaluate(x.abs().max()).item();
        }
    }

    @Test
    void startsWithWeightsThatKeepTheSizeOfTheSignal() {
        Network generator =
                Mlp.generator().latent(100).width(200).build(spec(false, 2).latents(100));
        double[] first = generator.parameters().get(0).initial().toDoubles();
        double variance = Arrays.stream(first).map(w -> w * w).average().orElseThrow();
        // He et al. 2015: 2 / fan in; 20,000 weights give it to 1 %
        assertThat(variance).isCloseTo(2.0 / 100, offset(3e-4));
    }

    @Test
    void decidesWhatWasLeftOpen() {
        assertThat(Mlp.critic().resolved(spec(false, 2))).isEqualTo(Mlp.critic().activation(Activation.LEAKY_RELU));
        assertThat(Mlp.critic().maxout(5).resolved(spec(false, 2)).activation()).isEqualTo(Activation.NONE);
        MlpCritic auto = Mlp.critic().normalization(Normalization.AUTO);
        assertThat(auto.resolved(spec(false, 2)).normalization()).isEqualTo(Normalization.BATCH);
        assertThat(auto.resolved(spec(true, 2)).normalization()).isEqualTo(Normalization.LAYER);
        assertThat(auto.build(spec(true, 2)).mixesSamples()).isFalse();
        assertThat(auto.build(spec(false, 2)).mixesSamples()).isTrue();
        assertThat(Mlp.critic().dropout(0.5).maxout(5).build(spec(true, 2)).mixesSamples())
                .isFalse();
    }

    @Test
    void reportsProblems() {
        MlpCritic wrong = Mlp.critic()
                .layers(-1)
                .maxout(3)
                .activation(Activation.RELU)
                .dropout(1)
                .normalization(Normalization.INSTANCE);
        List<String> problems = wrong.problems(spec(false, 2));
        assertThat(problems).hasSize(4);
        assertThat(String.join("\n", problems))
                .contains("-1 of 256", "takes an activation's place", "below 1, not 1.0", "use LAYER");
        assertThat(Mlp.critic().maxout(0).problems(spec(false, 2))).hasSize(1);
        assertThat(Mlp.generator().latent(0).problems(spec(false, 2).latents(0)))
                .hasSize(1);
        assertThat(Mlp.generator().problems(spec(false, 0).latents(100))).hasSize(1);
    }

    @Test
    void aGradientPenaltyThroughMaxoutAndDropoutHasRightDerivatives() {
        Network critic = Mlp.critic().layers(2).width(3).maxout(2).dropout(0.25).build(spec(true, 2));
        Tensor x = Tensor.of(new double[] {0.5, -1, 2, 0.25}, 2, 2);
        GradientCheck.of(in -> apply(critic, in.get(0)), x.named("x"))
                .by(critic.parameters())
                .order(2)
                .holds();
    }
}
