package org.gan4j.architectures.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

class TranslatorTest {
    private static final TranslatorGenerator SMALL =
            ResNetTranslator.generator().width(1).blocks(1);

    private static NetworkSpec spec(Shape in, Shape out) {
        return NetworkSpec.of(VariableScope.of("network", 3), new Field("source", DType.FLOAT, in), out);
    }

    private static NetworkSpec spec(int in, int out, int height, int width) {
        return spec(Shape.of(in, height, width), Shape.of(out, height, width));
    }

    private static Tensor apply(Network network, Tensor x) {
        return network.apply(Variable::initial, ForwardPass.training(RandomKey.of(1)), Inputs.of(x))
                .value();
    }

    @Test
    void agreesWithPyTorch() {
        TranslationOracle.requireAgreement(
                "translator_instance", SMALL.blocks(2).build(spec(2, 1, 8, 12)));
        TranslationOracle.requireAgreement(
                "translator_batch", SMALL.normalization(Normalization.BATCH).build(spec(1, 1, 8, 8)));
    }

    /** As torch.nn counts them in make_translation_oracles.py. */
    @Test
    void hasThePapersParameters() {
        assertThat(ResNetTranslator.generator().build(spec(3, 3, 256, 256)).parameterCount())
                .isEqualTo(11_383_427);
        assertThat(ResNetTranslator.generator().build(spec(3, 3, 128, 128)).parameterCount())
                .isEqualTo(7_841_411);
    }

    @Test
    void choosesThePapersBlocksBySize() {
        assertThat(ResNetTranslator.generator().resolved(spec(3, 3, 128, 64)))
                .isEqualTo(new TranslatorGenerator(64, 6, 2, Normalization.INSTANCE, Upsampling.TRANSPOSED_3));
        assertThat(ResNetTranslator.generator().resolved(spec(3, 3, 128, 132)).blocks())
                .isEqualTo(9);
        assertThat(SMALL.resolved(spec(3, 3, 256, 256)).blocks()).isEqualTo(1);
    }

    @Test
    void translatesImagesOfAnySizeOfMultiplesOfFour() {
        for (Upsampling upsampling : Upsampling.values()) {
            Network network = SMALL.upsampling(upsampling).build(spec(3, 2, 8, 12));
            assertThat(apply(network, Tensor.input("x", DType.FLOAT, 2, 3, 8, 12))
                            .shape())
                    .isEqualTo(Shape.of(2, 2, 8, 12));
            assertThat(apply(network, Tensor.input("x", DType.FLOAT, 1, 3, 20, 8))
                            .shape())
                    .isEqualTo(Shape.of(1, 2, 20, 8));
        }
    }

    /** At the width 2, blocks of 2·2^halvings channels have 9·c² weights in each of two convolutions. */
    @Test
    void halvesAsOftenAsItIsTold() {
        for (int halvings = 0; halvings <= 3; halvings++) {
            TranslatorGenerator chosen = SMALL.width(2).blocks(1).halvings(halvings);
            Network one = chosen.build(spec(3, 3, 16, 32));
            assertThat(apply(one, Tensor.input("x", DType.FLOAT, 2, 3, 16, 32)).shape())
                    .isEqualTo(Shape.of(2, 3, 16, 32));
            long more = chosen.blocks(2).build(spec(3, 3, 16, 32)).parameterCount() - one.parameterCount();
            int channels = 2 << halvings;
            assertThat(more).isEqualTo(2L * (9 * channels * channels + 2 * channels));
        }
    }

    @Test
    void keepsTheSamplesOfABatchApart() {
        Network network = SMALL.build(spec(1, 1, 8, 8));
        assertThat(network.mixesSamples()).isFalse();
        Tensor x = RandomKey.of(5).normal(2, 1, 8, 8);
        Tensor together = apply(network, x).slice(0, 0, 1);
        assertThat(apply(network, x.slice(0, 0, 1)).toDoubles()).containsExactly(together.toDoubles());
        assertThat(SMALL.normalization(Normalization.BATCH)
                        .build(spec(1, 1, 8, 8))
                        .mixesSamples())
                .isTrue();
    }

    @Test
    void namesEachVariableOnce() {
        Network network = SMALL.blocks(2).normalization(Normalization.BATCH).build(spec(1, 1, 8, 8));
        List<String> names = network.variables().map(Variable::name).toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).allMatch(name -> name.startsWith("network/"));
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThat(SMALL.problems(spec(1, 3, 8, 8))).isEmpty();
        assertThat(SMALL.problems(spec(3, 3, 30, 32)))
                .containsExactly(
                        "CycleGAN's generator with 2 halvings needs a height and width of at least 8, divisible by 4;"
                                + " the images are 30×32: resize, crop or pad them");
        assertThat(SMALL.halvings(1).problems(spec(3, 3, 30, 32))).isEmpty();
        assertThat(SMALL.halvings(5).problems(spec(3, 3, 32, 32)))
                .containsExactly("CycleGAN's generator halves images 0 to 4 times, not 5: 2 is the paper's");
        assertThat(SMALL.problems(spec(3, 3, 4, 8))).hasSize(1);
        assertThat(SMALL.problems(spec(Shape.of(3, 8, 8), Shape.of(3, 16, 16))))
                .containsExactly(
                        "CycleGAN's generator maps images to images of the same height and width, not [3, 8, 8]"
                                + " to [3, 16, 16]: resize one of them or choose another generator");
        assertThat(SMALL.problems(spec(Shape.of(5), Shape.of(5)))).hasSize(1);
        assertThat(SMALL.problems(NetworkSpec.generator(VariableScope.of("network", 3), 9, Shape.of(1, 28, 28))))
                .singleElement()
                .asString()
                .contains("CycleGAN's generator generates from samples");
        assertThat(Stream.of(SMALL.width(0), SMALL.blocks(-1)))
                .allSatisfy(wrong -> assertThat(wrong.problems(spec(1, 1, 8, 8)))
                        .singleElement()
                        .asString()
                        .contains("at least one channel and one block"));
    }
}
