package org.gan4j.architectures.srresnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Output;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Resampling;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SrResNetGeneratorTest {
    private static final SrResNetGenerator SMALL = SrResNet.generator().width(2).blocks(1);
    private static final SrResNetGenerator EDSR =
            SMALL.normalization(Normalization.NONE).base(Base.BICUBIC);

    private static NetworkSpec spec(Shape small, Shape large) {
        return NetworkSpec.of(VariableScope.of("network", 3), new Field("small", DType.FLOAT, small), large);
    }

    private static NetworkSpec spec(int channels, int height, int width, int scale) {
        return spec(Shape.of(channels, height, width), Shape.of(channels, (long) scale * height, (long) scale * width));
    }

    private static Tensor apply(Network network, Tensor x) {
        return network.apply(Parameters.variables(), ForwardPass.training(RandomKey.of(1)), Inputs.of(x))
                .value();
    }

    @Test
    void agreesWithPyTorch() {
        SrganOracle.requireAgreement(
                "srresnet_batch", SMALL.output(Output.LINEAR).build(spec(1, 3, 4, 4)));
        SrganOracle.requireAgreement("srresnet_bicubic", EDSR.build(spec(2, 3, 5, 2)));
    }

    /** As torch.nn counts them in make_srgan_oracles.py. */
    @Test
    void hasThePapersParameters() {
        NetworkSpec spec = spec(3, 24, 24, 4);
        assertThat(SrResNet.generator().build(spec).parameterCount()).isEqualTo(1_548_547);
        assertThat(SrResNet.generator()
                        .normalization(Normalization.NONE)
                        .build(spec)
                        .parameterCount())
                .isEqualTo(1_546_435);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void enlargesImagesOfAnySizeByTheScaleOfItsSpec(int scale) {
        for (SrResNetGenerator architecture : List.of(SMALL, EDSR)) {
            NetworkSpec spec = spec(3, 4, 6, scale);
            assertThat(architecture.problems(spec)).isEmpty();
            Network network = architecture.build(spec);
            assertThat(apply(network, Tensor.input("x", DType.FLOAT, 2, 3, 4, 6))
                            .shape())
                    .isEqualTo(Shape.of(2, 3, 4L * scale, 6L * scale));
            assertThat(apply(network, Tensor.input("x", DType.FLOAT, 1, 3, 7, 1))
                            .shape())
                    .isEqualTo(Shape.of(1, 3, 7L * scale, scale));
        }
    }

    @Test
    void decidesWhatWasLeftOpen() {
        NetworkSpec spec = spec(3, 4, 6, 2);
        assertThat(SrResNet.generator().resolved(spec.independent(true)))
                .isEqualTo(new SrResNetGenerator(64, 16, Normalization.BATCH, Base.NONE, Output.TANH));
        assertThat(EDSR.resolved(spec).output()).isEqualTo(Output.LINEAR);
        assertThat(SrResNet.generator().latent()).isZero();
    }

    @Test
    void overABaseItBeginsCloseToTheBicubicEnlargement() {
        Tensor x = RandomKey.of(2).normal(2, 3, 5, 6).mul(0.5);
        Network network = EDSR.width(16).blocks(4).build(spec(3, 5, 6, 2));
        Tensor made = network.apply(Variable::initial, ForwardPass.inference(), Inputs.of(x))
                .value();
        Tensor difference = made.sub(Resampling.bicubic(x, 10, 12));
        double size = Math.sqrt(difference.square().mean().evaluate().item());
        // about a hundredth of the contrast, but not 0, which would stop the gradients of all layers before it
        assertThat(size).isBetween(0.001, 0.02);
    }

    @ParameterizedTest
    @CsvSource({"NONE, 0.1", "BATCH, 1", "INSTANCE, 1"})
    void withoutNormalizationBlocksBeginWithATenthOfTheDeviation(Normalization kind, double ratio) {
        Network network =
                SrResNet.generator().width(24).blocks(1).normalization(kind).build(spec(3, 4, 4, 2));
        double[] deviations = Stream.of("conv1", "conv2")
                .mapToDouble(convolution -> deviation(network, "network/body/block1/" + convolution + "/weight"))
                .toArray();
        assertThat(deviations[1] / deviations[0]).isCloseTo(ratio, within(0.05 * ratio));
    }

    private static double deviation(Network network, String name) {
        Variable weight = network.parameters().stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Math.sqrt(weight.initial().square().mean().evaluate().item());
    }

    @Test
    void itsGradientsAgreeWithFiniteDifferences() {
        Network network = EDSR.build(spec(1, 2, 2, 2));
        Tensor x = RandomKey.of(5).normal(1, 1, 2, 2);
        GradientCheck.of(in -> apply(network, in.get(0)), x.named("x"))
                .by(network.parameters())
                .holds();
    }

    @Test
    void namesEachVariableOnce() {
        Network network = SMALL.blocks(2).build(spec(1, 2, 2, 4));
        List<String> names = Stream.concat(network.parameters().stream(), network.state().stream())
                .map(Variable::name)
                .toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).allMatch(name -> name.startsWith("network/"));
        assertThat(network.mixesSamples()).isTrue();
        assertThat(EDSR.build(spec(1, 2, 2, 4)).mixesSamples()).isFalse();
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(SMALL.problems(spec(3, 8, 8, 3)))
                .containsExactly("SRResNet makes images 2, 4 or 8 times as high and as wide, with the same channels,"
                        + " which [3, 8, 8] to [3, 24, 24] is not: choose another scale, or images whose height and"
                        + " width it divides");
        assertThat(SMALL.problems(spec(3, 8, 8, 1))).hasSize(1);
        assertThat(SMALL.problems(spec(3, 8, 8, 16))).hasSize(1);
        assertThat(SMALL.problems(spec(Shape.of(1, 8, 8), Shape.of(3, 16, 16)))).hasSize(1);
        assertThat(SMALL.problems(spec(Shape.of(1, 8, 8), Shape.of(1, 16, 32)))).hasSize(1);
        assertThat(SMALL.problems(spec(Shape.of(5), Shape.of(10)))).hasSize(1);
        assertThat(SMALL.problems(NetworkSpec.generator(VariableScope.of("network", 3), 0, Shape.of(1, 28, 28))))
                .singleElement()
                .asString()
                .contains("SRResNet generates from samples");
        NetworkSpec spec = spec(3, 8, 8, 2);
        assertThat(SMALL.problems(spec.with(new Field(Field.LABEL, DType.INT, Shape.scalar()))))
                .singleElement()
                .asString()
                .contains("would ignore the condition label");
        assertThat(SMALL.width(0).problems(spec)).hasSize(1);
        assertThat(SMALL.blocks(0).problems(spec))
                .containsExactly("SRResNet needs at least one channel and one block, not 2 and 0: choose a width and a"
                        + " number of blocks of at least 1");
        assertThat(EDSR.output(Output.TANH).problems(spec))
                .singleElement()
                .asString()
                .contains("BICUBIC", "choose the output LINEAR or AUTO");
    }
}
