package org.gan4j.architectures.anime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnimeTest {
    private static NetworkSpec generator(int latent, int channels, int height, int width) {
        return NetworkSpec.generator(VariableScope.of("generator", 3), latent, Shape.of(channels, height, width));
    }

    private static NetworkSpec critic(int channels, int height, int width) {
        return NetworkSpec.critic(VariableScope.of("critic", 3), Shape.of(channels, height, width))
                .independent(true);
    }

    private static Outputs apply(Network network, Tensor x) {
        return network.apply(Parameters.variables(), ForwardPass.training(RandomKey.of(1)), Inputs.of(x));
    }

    /** As torch.nn counts them in count_anime.py. */
    @Test
    void haveThePapersParameters() {
        assertThat(Anime.generator().build(generator(162, 3, 128, 128)).parameterCount())
                .isEqualTo(4_329_155);
        assertThat(Anime.generator()
                        .width(32)
                        .blocks(8)
                        .build(generator(128, 3, 64, 64))
                        .parameterCount())
                .isEqualTo(1_295_139);
        assertThat(Anime.critic().build(critic(3, 128, 128)).parameterCount()).isEqualTo(18_939_233);
        assertThat(Anime.critic().width(16).build(critic(3, 64, 64)).parameterCount())
                .isEqualTo(1_196_209);
    }

    @ParameterizedTest
    @CsvSource({"3, 32, 32, 1, 4", "1, 28, 20, 1, 2", "3, 64, 96, 2, 5", "3, 34, 50, 1, 1", "3, 8, 8, 1, 2"})
    void fitImagesOfEvenSides(int channels, int height, int width, int doublings, int stages) {
        NetworkSpec spec = generator(5, channels, height, width);
        AnimeGenerator small = Anime.generator().width(2).blocks(1);
        assertThat(small.problems(spec)).isEmpty();
        assertThat(small.resolved(spec)).isEqualTo(small.depth(doublings));
        Network network = small.build(spec);
        assertThat(apply(network, Tensor.input("z", DType.FLOAT, 2, 5)).value().shape())
                .isEqualTo(Shape.of(2, channels, height, width));
        assertThat(network.mixesSamples()).isTrue();

        NetworkSpec images = critic(channels, height, width);
        AnimeCritic judge = Anime.critic().width(2);
        assertThat(judge.problems(images)).isEmpty();
        assertThat(judge.resolved(images)).isEqualTo(judge.depth(stages));
        Network scoring = judge.build(images);
        Outputs scored = apply(scoring, Tensor.input("x", DType.FLOAT, 2, channels, height, width));
        assertThat(scored.value().shape()).isEqualTo(Shape.of(2));
        assertThat(scored.head(Outputs.FEATURES).shape())
                .isEqualTo(Shape.of(2, 2L << (stages - 1), height >> stages, width >> stages));
        assertThat(scoring.allowsInputGradients()).isTrue();
    }

    @Test
    void theirGradientsAgreeWithFiniteDifferences() {
        Network generating = Anime.generator().width(2).blocks(1).build(generator(2, 1, 4, 4));
        Tensor latents = RandomKey.of(5).normal(3, 2);
        GradientCheck.of(in -> apply(generating, in.get(0)).value(), latents.named("z"))
                .by(generating.parameters())
                .holds();
        Network scoring = Anime.critic().width(2).build(critic(1, 8, 8));
        GradientCheck.of(
                        in -> apply(scoring, in.get(0)).value(),
                        RandomKey.of(6).normal(2, 1, 8, 8).named("x"))
                .by(scoring.parameters())
                .holds();
    }

    @Test
    void nameEachVariableOnce() {
        for (Network network : List.of(
                Anime.generator().width(2).blocks(2).build(generator(2, 1, 32, 32)),
                Anime.critic().width(1).build(critic(1, 32, 32)))) {
            List<String> names = Stream.concat(network.parameters().stream(), network.state().stream())
                    .map(Variable::name)
                    .toList();
            assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        }
    }

    @Test
    void sayWhatDoesNotFit() {
        assertThat(Anime.generator().latent(0).problems(generator(3, 3, 31, 32)))
                .containsExactly(
                        "the anime generator needs an even height and width; the data are 31×32: resize or pad them",
                        "the anime generator needs at least one latent and one block, not 0 and 16: choose a latent and"
                                + " a number of blocks of at least 1");
        assertThat(Anime.critic().width(0).depth(9).problems(critic(3, 32, 32)))
                .containsExactly(
                        "the anime critic needs at least one channel, not 0: choose a width of at least 1",
                        "the anime critic cannot halve 32×32 images 9 times: choose a depth from 1 to 5, or 0 to derive"
                                + " it from the image size");
        assertThat(Anime.critic().problems(NetworkSpec.critic(VariableScope.of("critic", 3), Shape.of(2))))
                .hasSize(1);
    }
}
