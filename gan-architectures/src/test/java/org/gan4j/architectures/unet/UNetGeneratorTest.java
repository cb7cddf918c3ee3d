package org.gan4j.architectures.unet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.architectures.translator.TranslationOracle;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UNetGeneratorTest {
    private static final UNetGenerator SMALL = UNet.generator().width(1);

    private static NetworkSpec spec(Shape in, Shape out) {
        return NetworkSpec.of(VariableScope.of("network", 3), new Field("source", DType.FLOAT, in), out);
    }

    private static NetworkSpec spec(int in, int out, int height, int width) {
        return spec(Shape.of(in, height, width), Shape.of(out, height, width));
    }

    private static Tensor apply(Network network, ForwardPass pass, Tensor x) {
        return network.apply(Variable::initial, pass, Inputs.of(x)).value();
    }

    private static Tensor trained(Network network, Tensor x) {
        return apply(network, ForwardPass.training(RandomKey.of(1)), x);
    }

    @Test
    void agreesWithPyTorch() {
        UNetGenerator plain = SMALL.dropout(0);
        TranslationOracle.requireAgreement("unet_batch", plain.build(spec(2, 1, 8, 8)));
        TranslationOracle.requireAgreement(
                "unet_instance", plain.normalization(Normalization.INSTANCE).build(spec(1, 2, 12, 4)));
        TranslationOracle.requireAgreement("unet_one", plain.width(2).build(spec(1, 1, 6, 2)));
    }

    /** As torch.nn counts them in make_translation_oracles.py. */
    @Test
    void hasThePapersParameters() {
        assertThat(UNet.generator().build(spec(3, 3, 256, 256)).parameterCount())
                .isEqualTo(54_414_531);
    }

    @ParameterizedTest
    @CsvSource({"256,256,8", "512,512,8", "32,32,5", "64,48,4", "6,2,1", "96,64,5"})
    void halvesAsOftenAsTheSizeAllowsUpToEight(int height, int width, int depth) {
        NetworkSpec spec = spec(1, 3, height, width);
        assertThat(SMALL.problems(spec)).isEmpty();
        assertThat(SMALL.resolved(spec).depth()).isEqualTo(depth);
        assertThat(SMALL.depth(1).resolved(spec).depth()).isEqualTo(1);
    }

    @Test
    void keepsTheSizeAndChangesTheChannels() {
        for (Upsampling upsampling : Upsampling.values()) {
            Network network = SMALL.upsampling(upsampling).depth(2).build(spec(1, 3, 8, 16));
            assertThat(trained(network, Tensor.input("x", DType.FLOAT, 2, 1, 8, 16))
                            .shape())
                    .isEqualTo(Shape.of(2, 3, 8, 16));
            assertThat(trained(network, Tensor.input("x", DType.FLOAT, 1, 1, 4, 12))
                            .shape())
                    .isEqualTo(Shape.of(1, 3, 4, 12));
        }
    }

    @Test
    void dropsInTheThreeInnermostStagesOfTheDecoder() {
        Network network = SMALL.build(spec(1, 1, 32, 32));
        assertThat(drawn(network)).containsExactly("up3", "up4", "up5");
        assertThat(drawn(SMALL.depth(2).build(spec(1, 1, 32, 32)))).containsExactly("up2");
        assertThat(drawn(SMALL.dropout(0).build(spec(1, 1, 32, 32)))).isEmpty();
    }

    /** Returns the stages whose dropout draws numbers: those that make a difference to the random stream. */
    private static List<String> drawn(Network network) {
        Tensor x = RandomKey.of(5).normal(2, 1, 32, 32);
        return IntStream.rangeClosed(1, 5)
                .mapToObj(i -> "up" + i)
                .filter(stage -> {
                    ForwardPass pass = ForwardPass.training(RandomKey.of(1));
                    pass.random("network/" + stage + "/dropout");
                    double[] shifted = apply(network, pass, x).toDoubles();
                    return !Arrays.equals(shifted, trained(network, x).toDoubles());
                })
                .toList();
    }

    @Test
    void anImageHasOneTranslationWhateverTheBatch() {
        Network network = SMALL.build(spec(1, 1, 8, 8));
        assertThat(network.mixesSamples()).isTrue();
        Tensor x = RandomKey.of(5).normal(2, 1, 8, 8);
        double[] alone =
                apply(network, ForwardPass.inference(), x.slice(0, 0, 1)).toDoubles();
        Tensor together = apply(network, ForwardPass.inference(), x).slice(0, 0, 1);
        assertThat(alone).containsExactly(together.toDoubles());
        assertThat(SMALL.normalization(Normalization.INSTANCE)
                        .build(spec(1, 1, 8, 8))
                        .mixesSamples())
                .isFalse();
    }

    @Test
    void updatesTheRunningMomentsOfEachNormalization() {
        Network network = SMALL.build(spec(1, 1, 8, 8));
        ForwardPass pass = ForwardPass.training(RandomKey.of(1));
        apply(network, pass, RandomKey.of(5).normal(2, 1, 8, 8));
        Map<Variable, Tensor> updates = pass.updates();
        // one halving and two doublings are normalized
        assertThat(updates.keySet())
                .containsExactlyInAnyOrderElementsOf(network.state())
                .hasSize(2 * 3);
    }

    @Test
    void namesEachVariableOnce() {
        Network network = SMALL.build(spec(1, 1, 16, 16));
        List<String> names = network.variables().map(Variable::name).toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).allMatch(name -> name.startsWith("network/"));
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(SMALL.problems(spec(3, 3, 28, 9)))
                .containsExactly("the U-Net generator needs a height and width divisible by 2; the images are 28×9:"
                        + " resize, crop or pad them");
        assertThat(SMALL.depth(4).problems(spec(3, 3, 28, 32)))
                .containsExactly("the U-Net generator needs a height and width divisible by 16, for a depth of 4; the"
                        + " images are 28×32: resize, crop or pad them, or choose a depth of at most 2");
        assertThat(SMALL.depth(100).problems(spec(3, 3, 28, 32))).hasSize(1);
        assertThat(SMALL.problems(spec(Shape.of(3, 8, 8), Shape.of(3, 16, 16))))
                .containsExactly("the U-Net generator maps images to images of the same height and width, not [3, 8, 8]"
                        + " to [3, 16, 16]: resize one of them or choose another generator");
        assertThat(SMALL.problems(spec(Shape.of(5), Shape.of(5)))).hasSize(1);
        assertThat(SMALL.problems(NetworkSpec.generator(VariableScope.of("network", 3), 9, Shape.of(1, 28, 28))))
                .singleElement()
                .asString()
                .contains("the U-Net generator generates from samples");
        NetworkSpec spec = spec(1, 1, 8, 8);
        assertThat(Stream.of(SMALL.width(0), SMALL.depth(-1))).allSatisfy(wrong -> assertThat(wrong.problems(spec))
                .singleElement()
                .asString()
                .contains("at least one channel and one halving"));
        assertThat(Stream.of(SMALL.dropout(1), SMALL.dropout(-0.1), SMALL.dropout(Double.NaN)))
                .allSatisfy(wrong -> assertThat(wrong.problems(spec))
                        .singleElement()
                        .asString()
                        .contains("dropout is a probability"));
    }
}
