package org.gan4j.architectures.r3gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Interpolation;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Resampling;
import org.gan4j.testkit.GradientCheck;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** R3GAN against PyTorch's numbers (make_r3gan_oracles.py in gan-testkit). */
class R3GanTest {
    private static final VariableScope SCOPE = VariableScope.of("r3gan", 3);
    private static final R3GanGenerator SMALL_GENERATOR =
            R3Gan.generator().latent(2).width(2).maxWidth(4).expansion(1).groupWidth(2);
    private static final R3GanCritic SMALL_CRITIC =
            R3Gan.critic().width(2).maxWidth(4).expansion(1).groupWidth(2);

    private static NetworkSpec generated(int latent, long... sample) {
        return NetworkSpec.generator(SCOPE, latent, Shape.of(sample));
    }

    private static NetworkSpec judged(long... sample) {
        return NetworkSpec.critic(SCOPE, Shape.of(sample));
    }

    private static Tensor apply(Network network, Parameters parameters, Tensor x) {
        return network.apply(parameters, ForwardPass.training(RandomKey.of(1)), Inputs.of(x))
                .value();
    }

    static Stream<OracleCase> known() {
        return Oracle.read("r3gan").cases().stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithPyTorch(OracleCase known) {
        Network network = known.name().equals("generator")
                ? SMALL_GENERATOR.depth(1).build(generated(2, 1, 2, 4))
                : SMALL_CRITIC.depth(1).build(judged(1, 2, 4));
        Map<Variable, Tensor> values = new HashMap<>();
        List<String> names = new ArrayList<>(List.of("x"));
        List<Tensor> xs = new ArrayList<>(List.of(known.input("x")));
        for (Variable variable : network.parameters()) {
            String name = variable.name().substring("r3gan/".length());
            Tensor value = known.input(name);
            assertThat(value.shape()).as(name).isEqualTo(variable.shape());
            values.put(variable, value);
            names.add(name);
            xs.add(value);
        }
        assertThat(names).hasSize(known.inputs().size() - 1).doesNotContain("c");
        Tensor y = apply(network, Parameters.replacing(values), xs.get(0));
        known.requireExpected("y", y.evaluate(), 1e-11);
        List<Tensor> first = Gradients.of(y.mul(known.input("c")).sum(), xs);
        Tensor squares = first.stream()
                .map(one -> one.square().sum())
                .reduce(Tensor::add)
                .orElseThrow();
        List<Tensor> second = Gradients.of(squares, xs);
        for (int i = 0; i < xs.size(); i++) {
            known.requireExpected("grad_" + names.get(i), first.get(i).evaluate(), 1e-11);
            known.requireExpected("grad2_" + names.get(i), second.get(i).evaluate(), 1e-11);
        }
    }

    @Test
    void itsGradientsAgreeWithFiniteDifferences() {
        Network critic = SMALL_CRITIC.depth(1).build(judged(1, 2, 4));
        Parameters random = variable ->
                RandomKey.of(7).child(variable.name()).normal(variable.shape().dims());
        Tensor x = RandomKey.of(5).normal(2, 1, 2, 4).cast(DType.DOUBLE).named("x");
        GradientCheck.of(in -> apply(critic, random, in.get(0)), x).order(2).holds();
        Tensor image = Tensor.input("image", DType.FLOAT, 2, 1, 2, 4);
        Tensor penalty = Gradients.of(
                        apply(critic, Parameters.variables(), image).sum(), image)
                .square()
                .sum(1, 2, 3)
                .mean();
        GradientCheck.ofExpression(penalty)
                .by(critic.parameters())
                .feed("image", RandomKey.of(5).normal(2, 1, 2, 4).evaluate())
                .holds();
    }

    /** As torch.nn counts them; the paper's table 2 has 20.73 and 20.68 million for CIFAR-10. */
    @Test
    void hasThePapersNumbersOfParameters() {
        NetworkSpec g = generated(64, 3, 32, 32);
        NetworkSpec d = judged(3, 32, 32);
        assertThat(R3Gan.generator().width(768).blocks(2).build(g).parameterCount())
                .isEqualTo(20_732_160);
        assertThat(R3Gan.critic().width(768).blocks(2).build(d).parameterCount())
                .isEqualTo(20_683_776);
        assertThat(R3Gan.generator()
                        .width(96)
                        .maxWidth(768)
                        .blocks(2)
                        .build(generated(64, 3, 256, 256))
                        .parameterCount())
                .isEqualTo(23_057_952);
        assertThat(R3Gan.critic()
                        .width(96)
                        .maxWidth(768)
                        .blocks(2)
                        .build(judged(3, 256, 256))
                        .parameterCount())
                .isEqualTo(23_009_568);
        assertThat(R3Gan.generator().build(generated(64, 1, 28, 28)).parameterCount())
                .isEqualTo(64_016);
        assertThat(R3Gan.critic().build(judged(1, 28, 28)).parameterCount()).isEqualTo(59_984);
    }

    @ParameterizedTest
    @CsvSource({"1,28,28,7,7", "3,64,64,4,4", "3,32,32,4,4", "1,12,20,6,10", "2,5,7,5,7", "1,4,4,4,4", "4,36,36,9,9"})
    void fitsImagesOfNearlyAnySize(int channels, int height, int width, int startHeight, int startWidth) {
        NetworkSpec g = generated(2, channels, height, width);
        NetworkSpec d = judged(channels, height, width);
        assertThat(SMALL_GENERATOR.problems(g)).isEmpty();
        assertThat(SMALL_CRITIC.problems(d)).isEmpty();
        Network generator = SMALL_GENERATOR.build(g);
        assertThat(generator.parameters().get(0).shape().dims()).endsWith(startHeight, startWidth);
        Tensor made = apply(generator, Parameters.variables(), Tensor.zeros(3, 2));
        assertThat(made.shape()).isEqualTo(Shape.of(3, channels, height, width));
        Network critic = SMALL_CRITIC.build(d);
        assertThat(apply(critic, Parameters.variables(), made).shape()).isEqualTo(Shape.of(3));
        assertThat(critic.mixesSamples()).isFalse();
    }

    @Test
    void beginsAsTheIdentityInEachBlockWithTheDeviationsOfThePaper() {
        Network critic = R3Gan.critic().width(64).blocks(2).build(judged(1, 28, 28));
        // √(2 / 1.04) / √(fan in) · 6 blocks to the power of -1/4
        double gain = Math.sqrt(2 / 1.04) * Math.pow(6, -0.25);
        for (Variable variable : critic.parameters()) {
            double[] values = variable.initial().toDoubles();
            double deviation =
                    Math.sqrt(Tensor.of(values).square().mean().evaluate().item());
            if (variable.name().endsWith("project/weight")) {
                assertThat(values).containsOnly(0);
            } else if (variable.name().endsWith("expand/weight")) {
                assertThat(deviation).isEqualTo(gain / 8, within(0.03 * gain / 8));
            } else if (variable.name().endsWith("spatial/weight")) {
                assertThat(deviation).isEqualTo(gain / 12, within(0.03 * gain / 12));
            }
        }
    }

    @Test
    void resamplesWithTheFilter() {
        Tensor filter = Resampling.binomial(4);
        Tensor x = RandomKey.of(2).normal(2, 3, 4, 6);
        double[] doubled = Interpolation.doubled(x).toDoubles();
        assertThat(doubled).containsExactly(Resampling.up2(x, filter).toDoubles(), within(1e-5));
        double[] halved = Interpolation.halved(x).toDoubles();
        assertThat(halved).containsExactly(Resampling.down2(x, filter).toDoubles(), within(1e-5));
    }

    @Test
    void nestsInSpectralNormalizationAndPacking() {
        NetworkSpec spec = judged(1, 4, 4);
        Network normalized = SpectralNorm.critic(SMALL_CRITIC).build(spec);
        Tensor images = RandomKey.of(2).normal(4, 1, 4, 4);
        double[] scores = apply(normalized, Variable::initial, images).toDoubles();
        assertThat(scores).hasSize(4).doesNotContain(Double.NaN);
        Network packed = Packing.of(SMALL_CRITIC, 2).build(spec);
        assertThat(apply(packed, Parameters.variables(), images).shape()).isEqualTo(Shape.of(2));
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(SMALL_CRITIC.problems(judged(2)))
                .containsExactly("R3GAN generates images, channels×height×width; the data have shape [2]: choose"
                        + " another architecture, such as mlp");
        assertThat(SMALL_CRITIC.problems(judged(1, 27, 28)))
                .containsExactly("R3GAN needs an even height and width; the data are 27×28: resize or pad them");
        assertThat(SMALL_GENERATOR.depth(3).problems(generated(2, 1, 28, 28)))
                .containsExactly("R3GAN cannot halve 28×28 images 3 times: choose a depth from 1 to 2, or 0 to derive"
                        + " it from the image size");
        assertThat(SMALL_CRITIC.depth(1).problems(judged(1, 5, 5)))
                .containsExactly("R3GAN cannot halve 5×5 images 1 times: choose 0 to derive it from the image size");
        assertThat(R3Gan.critic().width(12).maxWidth(48).problems(judged(1, 28, 28)))
                .containsExactly("R3GAN's critic cannot divide the 24 channels of a block (12 widened by 2) into groups"
                        + " of 16: choose a width whose product with the expansion is divisible by the group width");
        assertThat(SMALL_CRITIC.width(0).problems(judged(1, 28, 28)))
                .singleElement()
                .asString()
                .contains("width (0)", "at least 1");
        assertThat(SMALL_CRITIC.blocks(-1).problems(judged(1, 28, 28)))
                .singleElement()
                .asString()
                .contains("not -1");
        assertThat(SMALL_GENERATOR.latent(0).problems(generated(2, 1, 28, 28)))
                .singleElement()
                .asString()
                .contains("at least one latent, not 0");
        assertThat(SMALL_GENERATOR.problems(
                        generated(2, 1, 28, 28).with(new Field(Field.LABEL, DType.INT, Shape.scalar()))))
                .singleElement()
                .asString()
                .contains("would ignore the condition label");
    }
}
