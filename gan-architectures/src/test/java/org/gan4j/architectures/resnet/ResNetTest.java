package org.gan4j.architectures.resnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResNetTest {
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
    @CsvSource({"1,28,28", "3,32,32", "3,64,64", "3,48,48", "1,8,8", "2,4,4", "1,2,2", "3,12,20", "1,96,64", "4,100,34"
    })
    void fitsAnyEvenSize(int channels, int height, int width) {
        NetworkSpec spec = spec(true, channels, height, width);
        ResNetGenerator generator = ResNet.generator().latent(7).width(2);
        ResNetCritic critic = ResNet.critic().width(2);
        assertThat(generator.problems(spec.latents(7))).isEmpty();
        assertThat(critic.problems(spec)).isEmpty();

        Tensor made = apply(generator.build(spec.latents(7)), Tensor.zeros(5, 7));
        assertThat(made.shape()).isEqualTo(Shape.of(5, channels, height, width));
        assertThat(apply(critic.build(spec), made).shape()).isEqualTo(Shape.of(5));
    }

    /** Miyato et al. 2018, tables 3 and 4, counted by torch.nn in make_layer_oracles.py; 64×64 is like table 4. */
    @ParameterizedTest
    @CsvSource({"32,256,4276739,128,1053825", "48,64,4878083,64,7255809", "64,64,12220675,64,7255809"})
    void hasThePapersParameters(int size, int width, long generator, int criticWidth, long critic) {
        NetworkSpec spec = spec(false, 3, size, size);
        assertThat(ResNet.generator().width(width).build(spec.latents(128)).parameterCount())
                .isEqualTo(generator);
        assertThat(ResNet.critic().width(criticWidth).build(spec).parameterCount())
                .isEqualTo(critic);
    }

    /** Table 4, whose critic's last block, which keeps the size, has 1024 channels; counted by make_layer_oracles.py. */
    @Test
    void growingWidthsGiveTheCriticOf48Pixels() {
        NetworkSpec spec = spec(false, 3, 48, 48);
        ResNetCritic critic = ResNet.critic().widths(Widths.GROWING).pooling(PlacePooling.SUM);
        assertThat(channels(critic.build(spec))).isEqualTo("64 128 256 512 1024");
        assertThat(critic.build(spec).parameterCount()).isEqualTo(10_141_441);
        assertThat(ResNet.generator()
                        .widths(Widths.GROWING)
                        .build(spec.latents(128))
                        .parameterCount())
                .isEqualTo(4_878_083);
    }

    private static float[] initialScores(Network critic, Tensor x) {
        return critic.apply(Variable::initial, ForwardPass.inference(), Inputs.of(x))
                .value()
                .toFloats();
    }

    @Test
    void sumPoolingMultipliesTheMeanByTheNumberOfPlaces() {
        NetworkSpec spec = spec(false, 1, 8, 8);
        Tensor x = RandomKey.of(2).normal(3, 1, 8, 8);
        float[] means = initialScores(ResNet.critic().width(2).build(spec), x);
        float[] sums =
                initialScores(ResNet.critic().width(2).pooling(PlacePooling.SUM).build(spec), x);
        for (int i = 0; i < means.length; i++) {
            // one block halves 8×8 to 4×4; the bias of the score is 0
            assertThat(sums[i]).isCloseTo(16 * means[i], within(1e-5f));
        }
    }

    @Test
    void decidesWhatWasLeftOpen() {
        assertThat(ResNet.generator().resolved(spec(true, 1, 28, 28)))
                .isEqualTo(
                        new ResNetGenerator(128, 64, 512, Widths.CONSTANT, 2, Activation.RELU, Normalization.BATCH, 0));
        assertThat(ResNet.generator().resolved(spec(false, 3, 64, 64)))
                .isEqualTo(new ResNetGenerator(
                        128, 64, 1024, Widths.DOUBLING, 4, Activation.RELU, Normalization.BATCH, 0));
        assertThat(ResNet.critic().resolved(spec(true, 1, 28, 28)))
                .isEqualTo(new ResNetCritic(
                        64, 512, Widths.CONSTANT, 2, 4, Activation.RELU, Normalization.LAYER, 0, PlacePooling.MEAN));
        assertThat(ResNet.critic().resolved(spec(false, 3, 64, 64)))
                .isEqualTo(new ResNetCritic(
                        64, 512, Widths.DOUBLING, 4, 5, Activation.RELU, Normalization.NONE, 0, PlacePooling.MEAN));
    }

    @ParameterizedTest
    @CsvSource({"1,27,28", "1,28,29"})
    void saysWhatToDoAboutOtherSizes(int channels, int height, int width) {
        NetworkSpec spec = spec(false, channels, height, width);
        assertThat(ResNet.generator().problems(spec.latents(128)))
                .singleElement()
                .asString()
                .contains(height + "×" + width, "resize or pad");
        assertThat(ResNet.critic().problems(spec)).hasSize(1);
    }

    @Test
    void saysWhatDoesNotFit() {
        NetworkSpec spec = spec(false, 1, 28, 28);
        assertThat(ResNet.generator().depth(3).problems(spec.latents(128)))
                .singleElement()
                .asString()
                .contains("28×28", "3 times", "from 1 to 2");
        assertThat(ResNet.critic().blocks(1).problems(spec))
                .singleElement()
                .asString()
                .contains("choose more blocks");
        assertThat(ResNet.generator().problems(spec(false, 2).latents(128))).hasSize(1);
        assertThat(ResNet.critic().width(0).problems(spec)).hasSize(1);
        assertThat(ResNet.generator().latent(0).problems(spec.latents(0))).hasSize(1);
    }

    /** Output channels of each block: the generator's are limited to 1024, the critic's to 512, as at 64×64. */
    @ParameterizedTest
    @CsvSource({
        "64,512 256 128 64,64 128 256 512 512",
        "128,1024 512 256 128 64,64 128 256 512 512 512",
        "256,1024 1024 512 256 128 64,64 128 256 512 512 512 512"
    })
    void limitsItsChannelsAbove64(int size, String generator, String critic) {
        NetworkSpec spec = spec(false, 3, size, size);
        assertThat(channels(ResNet.generator().build(spec.latents(128)))).isEqualTo(generator);
        assertThat(channels(ResNet.critic().build(spec))).isEqualTo(critic);
        assertThat(ResNet.generator()
                        .build(spec.latents(128))
                        .parameters()
                        .get(0)
                        .shape())
                .isEqualTo(Shape.of(128, 1024 * 16));
    }

    @Test
    void keepsAWidthAboveTheLimit() {
        NetworkSpec spec = spec(false, 1, 16, 16);
        ResNetGenerator generator = ResNet.generator().width(6).widths(Widths.DOUBLING);
        ResNetCritic critic = ResNet.critic().width(6).widths(Widths.DOUBLING);
        assertThat(channels(generator.maxWidth(4).build(spec.latents(128)))).isEqualTo("6 6");
        assertThat(channels(generator.maxWidth(10).build(spec.latents(128)))).isEqualTo("10 6");
        assertThat(channels(critic.maxWidth(4).build(spec))).isEqualTo("6 6 6");
        assertThat(channels(critic.maxWidth(10).build(spec))).isEqualTo("6 10 10");
        assertThat(generator.maxWidth(-2).problems(spec.latents(128)))
                .containsExactly("ResNet's generator cannot limit its channels to -2: choose a maxWidth of at least 1,"
                        + " or 0 to derive it from the image size");
        assertThat(critic.maxWidth(-1).problems(spec))
                .containsExactly("ResNet's critic cannot limit its channels to -1: choose a maxWidth of at least 1,"
                        + " or 0 to derive it from the image size");
    }

    private static String channels(Network network) {
        return network.parameters().stream()
                .filter(variable -> variable.name().matches(".*/block\\d/conv2/weight"))
                .map(variable -> String.valueOf(variable.shape().dim(0)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void namesEachVariableOnce() {
        Network network =
                ResNet.generator().width(2).build(spec(false, 1, 28, 28).latents(128));
        List<String> names = Stream.concat(network.parameters().stream(), network.state().stream())
                .map(Variable::name)
                .toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).allMatch(name -> name.startsWith("network/"));
    }

    @Test
    void keepsSamplesApartUnderAPenalty() {
        assertThat(ResNet.critic().width(2).build(spec(true, 1, 8, 8)).mixesSamples())
                .isFalse();
        assertThat(ResNet.critic().width(2).build(spec(false, 1, 8, 8)).mixesSamples())
                .isFalse();
        assertThat(ResNet.generator()
                        .width(2)
                        .build(spec(true, 1, 8, 8).latents(128))
                        .mixesSamples())
                .isTrue();
    }

    @Test
    void aCriticUnderAPenaltyHasRightFirstAndSecondDerivatives() {
        Network critic =
                ResNet.critic().width(2).blocks(2).activation(Activation.SILU).build(spec(true, 1, 4, 4));
        Tensor x = RandomKey.of(5).normal(2, 1, 4, 4);
        GradientCheck.of(in -> apply(critic, in.get(0)), x.named("x"))
                .by(critic.parameters())
                .order(2)
                .holds();
    }
}
