package org.gan4j.architectures.dcgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DcganTest {
    private static final double GENERATOR = 11.68737308573327;
    private static final double CRITIC = 2.470969566144049;

    /** Returns a spec of images both as input and as output; generators get latents in their place. */
    private static NetworkSpec spec(Shape sample, boolean penalty) {
        return NetworkSpec.of(VariableScope.of("network", 3), new Field("image", DType.FLOAT, sample), sample)
                .independent(penalty);
    }

    private static Tensor apply(Network network, Tensor input) {
        return network.apply(Parameters.variables(), ForwardPass.training(RandomKey.of(1)), Inputs.of(input))
                .value();
    }

    @ParameterizedTest
    @CsvSource({"1,28,28", "3,32,32", "3,64,64", "1,8,8", "2,4,4", "3,12,20", "1,96,64", "4,100,36"})
    void fitsAnySizeDivisibleByFour(int channels, int height, int width) {
        Shape sample = Shape.of(channels, height, width);
        NetworkSpec spec = spec(sample, false);
        DcganGenerator generator = Dcgan.generator().latent(7).width(2);
        DcganCritic critic = Dcgan.critic().width(2);
        assertThat(generator.problems(spec.latents(7))).isEmpty();
        assertThat(critic.problems(spec)).isEmpty();

        Tensor made = apply(generator.build(spec.latents(7)), Tensor.zeros(5, 7));
        assertThat(made.shape()).isEqualTo(Shape.of(5, channels, height, width));
        assertThat(apply(critic.build(spec), made).shape()).isEqualTo(Shape.of(5));
    }

    @ParameterizedTest
    @CsvSource({"1,28,30", "1,27,28", "3,2,2"})
    void saysWhatToDoAboutOtherSizes(int channels, int height, int width) {
        NetworkSpec spec = spec(Shape.of(channels, height, width), false);
        assertThat(Dcgan.critic().problems(spec))
                .singleElement()
                .asString()
                .contains(height + "×" + width, "resize or pad");
        assertThat(Dcgan.generator().problems(spec.latents(100))).hasSize(1);
    }

    @Test
    void refusesDataThatAreNotImages() {
        assertThat(Dcgan.generator().problems(spec(Shape.of(2), false).latents(100)))
                .singleElement()
                .asString()
                .contains("channels×height×width");
    }

    @Test
    void hasThePapersParametersAt64() {
        // Radford et al. 2016, figure 1: 4×4×1024, 512, 256, 128, 3; weights of each layer, and two a channel
        // normalized
        long expected = 100L * 16 * 1024
                + 16L * (1024 * 512 + 512 * 256 + 256 * 128 + 128 * 3)
                + 3
                + 2 * (1024 + 512 + 256 + 128);
        Network network = Dcgan.generator()
                .width(128)
                .build(spec(Shape.of(3, 64, 64), false).latents(100));
        assertThat(network.parameterCount()).isEqualTo(expected);
    }

    /** Channels from the smallest image to the largest, min(64 · 2^k, 512); 64×64 is the last size without a limit. */
    @ParameterizedTest
    @CsvSource({"28,128 64", "64,512 256 128 64", "128,512 512 256 128 64", "256,512 512 512 256 128 64"})
    void doublesItsChannelsUpTo512(int size, String expected) {
        NetworkSpec spec = spec(Shape.of(3, size, size), false);
        List<Integer> up = Stream.of(expected.split(" ")).map(Integer::valueOf).toList();
        List<Integer> down = up.stream().sorted().toList();
        assertThat(channels(Dcgan.generator(), spec)).isEqualTo(up);
        assertThat(channels(Dcgan.critic(), spec)).isEqualTo(down);
        if (size <= 64) {
            Network unlimited = Dcgan.generator().maxWidth(Integer.MAX_VALUE).build(spec.latents(100));
            assertThat(namesAndShapes(Dcgan.generator().build(spec.latents(100))))
                    .isEqualTo(namesAndShapes(unlimited));
            Network unlimitedCritic = Dcgan.critic().maxWidth(Integer.MAX_VALUE).build(spec);
            assertThat(namesAndShapes(Dcgan.critic().build(spec))).isEqualTo(namesAndShapes(unlimitedCritic));
        }
    }

    @Test
    void aWideNetworkIsLimitedToItsChannelsAt64() {
        DcganGenerator wide = Dcgan.generator().width(128);
        assertThat(channels(wide, spec(Shape.of(3, 64, 64), false))).containsExactly(1024, 512, 256, 128);
        assertThat(channels(wide, spec(Shape.of(3, 256, 256), false))).containsExactly(1024, 1024, 1024, 512, 256, 128);
        assertThat(wide.resolved(spec(Shape.of(3, 256, 256), false)).maxWidth()).isEqualTo(1024);
    }

    @Test
    void aChosenDepthIsNotLimitedUpTo64() {
        assertThat(channels(Dcgan.critic().depth(5), spec(Shape.of(3, 64, 64), false)))
                .containsExactly(64, 128, 256, 512, 1024);
    }

    @Test
    void keepsAWidthAboveTheLimit() {
        NetworkSpec spec = spec(Shape.of(1, 32, 32), false);
        assertThat(channels(Dcgan.generator().width(6).maxWidth(4), spec)).containsExactly(6, 6, 6);
        assertThat(channels(Dcgan.critic().width(6).maxWidth(4), spec)).containsExactly(6, 6, 6);
        assertThat(channels(Dcgan.critic().width(6).maxWidth(20), spec)).containsExactly(6, 12, 20);
        assertThat(channels(Dcgan.generator().width(6).maxWidth(20), spec)).containsExactly(20, 12, 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -512})
    void refusesANegativeLimit(int channels) {
        NetworkSpec spec = spec(Shape.of(1, 8, 8), false);
        assertThat(Dcgan.generator().maxWidth(channels).problems(spec.latents(100)))
                .containsExactly("DCGAN's generator cannot limit its channels to " + channels
                        + ": choose a maxWidth of at least 1, or 0 to derive it from the image size");
        assertThat(Dcgan.critic().maxWidth(channels).problems(spec))
                .containsExactly("DCGAN's critic cannot limit its channels to " + channels
                        + ": choose a maxWidth of at least 1, or 0 to derive it from the image size");
    }

    /** The input channels of each convolution after the projection. */
    private static List<Integer> channels(DcganGenerator generator, NetworkSpec spec) {
        return generator.build(spec.latents(7)).parameters().stream()
                .filter(variable -> variable.name().matches(".*/(up\\d|picture)/weight"))
                .map(variable -> variable.shape().dim(0))
                .toList();
    }

    /** The output channels of each convolution. */
    private static List<Integer> channels(DcganCritic critic, NetworkSpec spec) {
        return critic.build(spec).parameters().stream()
                .filter(variable -> variable.name().matches(".*/down\\d/weight"))
                .map(variable -> variable.shape().dim(0))
                .toList();
    }

    private static List<String> namesAndShapes(Network network) {
        return network.parameters().stream()
                .map(variable -> variable.name() + " " + variable.shape())
                .toList();
    }

    @Test
    void namesEachVariableOnce() {
        Network network = Dcgan.generator()
                .width(2)
                .build(spec(Shape.of(1, 28, 28), false).latents(100));
        List<String> names = Stream.concat(network.parameters().stream(), network.state().stream())
                .map(Variable::name)
                .toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).allMatch(name -> name.startsWith("network/"));
    }

    @Test
    void decidesNormalizationByThePenalty() {
        Shape sample = Shape.of(1, 8, 8);
        assertThat(Dcgan.critic().resolved(spec(sample, false)).normalization()).isEqualTo(Normalization.BATCH);
        assertThat(Dcgan.critic().resolved(spec(sample, true)).normalization()).isEqualTo(Normalization.LAYER);
        assertThat(Dcgan.critic().build(spec(sample, false)).mixesSamples()).isTrue();
        assertThat(Dcgan.critic().build(spec(sample, true)).mixesSamples()).isFalse();
        assertThat(Dcgan.generator().resolved(spec(sample, true)).normalization())
                .isEqualTo(Normalization.BATCH);
    }

    @ParameterizedTest
    @EnumSource(Upsampling.class)
    void upsamplesInEachWayToTheSizeOfTheData(Upsampling upsampling) {
        NetworkSpec spec = spec(Shape.of(3, 16, 24), false);
        DcganGenerator generator = Dcgan.generator().latent(4).width(2).upsampling(upsampling);
        assertThat(apply(generator.build(spec.latents(4)), Tensor.zeros(5, 4)).shape())
                .isEqualTo(Shape.of(5, 3, 16, 24));
    }

    @Test
    void resizingConvolutionsHaveFewerParameters() {
        NetworkSpec spec = spec(Shape.of(1, 28, 28), false);
        DcganGenerator generator = Dcgan.generator().normalization(Normalization.NONE);
        long project = 101L * 128 * 49;
        // 128 channels to 64 to 1: 4×4 weights transposed, 3×3 after resizing, 3×3 to four times the channels
        assertThat(generator.build(spec.latents(100)).parameterCount())
                .isEqualTo(project + 128 * 64 * 16 + 64 + 64 * 16 + 1);
        for (Upsampling resizing : List.of(Upsampling.NEAREST, Upsampling.BILINEAR)) {
            assertThat(generator.upsampling(resizing).build(spec.latents(100)).parameterCount())
                    .isEqualTo(project + 128 * 64 * 9 + 64 + 64 * 9 + 1);
        }
        assertThat(generator
                        .upsampling(Upsampling.PIXEL_SHUFFLE)
                        .build(spec.latents(100))
                        .parameterCount())
                .isEqualTo(project + 128 * 256 * 9 + 256 + 64 * 4 * 9 + 4);
    }

    @Test
    void hasTheDepthThatIsSet() {
        NetworkSpec spec = spec(Shape.of(1, 32, 32), false);
        assertThat(Dcgan.generator().resolved(spec).depth()).isEqualTo(3);
        assertThat(Dcgan.critic().depth(2).resolved(spec).depth()).isEqualTo(2);
        for (int depth = 1; depth <= 5; depth++) {
            DcganGenerator generator = Dcgan.generator().latent(3).width(2).depth(depth);
            DcganCritic critic = Dcgan.critic().width(2).depth(depth);
            Tensor made = apply(generator.build(spec.latents(3)), Tensor.zeros(2, 3));
            assertThat(made.shape()).isEqualTo(Shape.of(2, 1, 32, 32));
            assertThat(apply(critic.build(spec), made).shape()).isEqualTo(Shape.of(2));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3})
    void saysWhichDepthsFit(int depth) {
        NetworkSpec spec = spec(Shape.of(1, 28, 28), false);
        assertThat(Dcgan.generator().depth(depth).problems(spec.latents(100)))
                .singleElement()
                .asString()
                .contains("28×28", depth + " times", "from 1 to 2");
        assertThat(Dcgan.critic().depth(depth).problems(spec)).hasSize(1);
    }

    @Test
    void usesTheActivationAndNormalizationThatAreSet() {
        NetworkSpec spec = spec(Shape.of(1, 8, 8), false);
        assertThat(Dcgan.generator().resolved(spec).activation()).isEqualTo(Activation.RELU);
        assertThat(Dcgan.critic().resolved(spec).activation()).isEqualTo(Activation.LEAKY_RELU);
        assertThat(Dcgan.critic()
                        .activation(Activation.SILU)
                        .build(spec)
                        .summary()
                        .parts())
                .extracting(NetworkSummary.Part::kind)
                .contains("silu")
                .doesNotContain("leaky relu");
        assertThat(Dcgan.critic()
                        .normalization(Normalization.INSTANCE)
                        .build(spec)
                        .mixesSamples())
                .isFalse();
    }

    /** Runs from before further settings existed must be the same: names and initial values. */
    @Test
    void keepsItsVariablesAndTheirInitialValues() {
        NetworkSpec spec = spec(Shape.of(1, 8, 8), false);
        Network generator = Dcgan.generator().latent(2).width(1).build(spec.latents(2));
        assertThat(generator.parameters())
                .extracting(Variable::name)
                .containsExactly(
                        "network/project/weight",
                        "network/norm0/gamma",
                        "network/norm0/beta",
                        "network/up1/weight",
                        "network/norm1/gamma",
                        "network/norm1/beta",
                        "network/picture/weight",
                        "network/picture/bias");
        assertThat(fingerprint(generator)).isCloseTo(GENERATOR, offset(1e-6));
        Network critic = Dcgan.critic().width(1).build(spec);
        assertThat(critic.parameters())
                .extracting(Variable::name)
                .containsExactly(
                        "network/down0/weight",
                        "network/down0/bias",
                        "network/down1/weight",
                        "network/norm1/gamma",
                        "network/norm1/beta",
                        "network/score/weight",
                        "network/score/bias");
        assertThat(fingerprint(critic)).isCloseTo(CRITIC, offset(1e-6));
    }

    /** Returns the sum of all initial values with alternating weights. */
    private static double fingerprint(Network network) {
        double sum = 0;
        int index = 0;
        for (Variable variable : network.parameters()) {
            for (double value : variable.initial().toDoubles()) {
                sum += value * (1 + index++ % 7);
            }
        }
        return sum;
    }
}
