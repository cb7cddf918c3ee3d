package org.gan4j.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Scope;
import org.gan4j.api.Site;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DcganTest {
    private static Site site(Shape sample, boolean penalty) {
        return new Site(Scope.of("network", 3), sample, penalty);
    }

    private static Tensor apply(Network network, Tensor input) {
        return network.apply(Parameters.variables(), Pass.training(RandomKey.of(1)), Inputs.of(input))
                .value();
    }

    @ParameterizedTest
    @CsvSource({"1,28,28", "3,32,32", "3,64,64", "1,8,8", "2,4,4", "3,12,20", "1,96,64", "4,100,36"})
    void fitsAnySizeDivisibleByFour(int channels, int height, int width) {
        Shape sample = Shape.of(channels, height, width);
        Site site = site(sample, false);
        DcganGenerator generator = Dcgan.generator().latent(7).width(2);
        DcganCritic critic = Dcgan.critic().width(2);
        assertThat(generator.problems(site)).isEmpty();
        assertThat(critic.problems(site)).isEmpty();

        Tensor made = apply(generator.build(site), Tensor.zeros(5, 7));
        assertThat(made.shape()).isEqualTo(Shape.of(5, channels, height, width));
        assertThat(apply(critic.build(site), made).shape()).isEqualTo(Shape.of(5));
    }

    @ParameterizedTest
    @CsvSource({"1,28,30", "1,27,28", "3,2,2"})
    void saysWhatToDoAboutOtherSizes(int channels, int height, int width) {
        Site site = site(Shape.of(channels, height, width), false);
        assertThat(Dcgan.critic().problems(site))
                .singleElement()
                .asString()
                .contains(height + "×" + width, "resize or pad");
        assertThat(Dcgan.generator().problems(site)).hasSize(1);
    }

    @Test
    void saysThatItMakesPicturesOnly() {
        assertThat(Dcgan.generator().problems(site(Shape.of(2), false)))
                .singleElement()
                .asString()
                .contains("channels×height×width");
    }

    @Test
    void hasThePapersParametersAt64() {
        // Radford et al. 2016, figure 1: 4×4×1024, 512, 256, 128, 3; weights of each layer, and two a channel
        // normalised
        long expected = 100L * 16 * 1024
                + 16L * (1024 * 512 + 512 * 256 + 256 * 128 + 128 * 3)
                + 3
                + 2 * (1024 + 512 + 256 + 128);
        Network network = Dcgan.generator().width(128).build(site(Shape.of(3, 64, 64), false));
        assertThat(network.parameterCount()).isEqualTo(expected);
    }

    @Test
    void namesEachVariableOnce() {
        Network network = Dcgan.generator().width(2).build(site(Shape.of(1, 28, 28), false));
        List<String> names = Stream.concat(network.parameters().stream(), network.state().stream())
                .map(Variable::name)
                .toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).allMatch(name -> name.startsWith("network/"));
    }

    @Test
    void decidesNormalizationByThePenalty() {
        Shape sample = Shape.of(1, 8, 8);
        assertThat(Dcgan.critic().resolved(site(sample, false)).normalization()).isEqualTo(Normalization.BATCH);
        assertThat(Dcgan.critic().resolved(site(sample, true)).normalization()).isEqualTo(Normalization.LAYER);
        assertThat(Dcgan.critic().build(site(sample, false)).mixesSamples()).isTrue();
        assertThat(Dcgan.critic().build(site(sample, true)).mixesSamples()).isFalse();
        assertThat(Dcgan.generator().resolved(site(sample, true)).normalization())
                .isEqualTo(Normalization.BATCH);
    }
}
