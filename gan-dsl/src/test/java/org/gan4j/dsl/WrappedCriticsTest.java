package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.loss.LossPreset;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.data.FashionMnist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole GANs whose critics wrap another one or score more, or less, than one sample at a time. */
class WrappedCriticsTest {
    private static final CriticArchitecture SPECTRAL =
            SpectralNorm.critic(Dcgan.critic().width(2).normalization(Normalization.NONE));
    private static final CriticArchitecture PACKED = Packing.of(Dcgan.critic().width(2), 2);
    private static final CriticArchitecture PATCHES = Patch.critic().layers(2).width(2);

    private static OptionsStep gan(CriticArchitecture critic, LossPreset preset) {
        return Gan.builder()
                .generator(SpectralNorm.generator(Dcgan.generator().latent(6).width(2)))
                .critic(critic)
                .loss(preset)
                .data(FashionMnist.embedded())
                .batchSize(4)
                .engine("reference");
    }

    static Stream<Arguments> critics() {
        return Stream.of(SPECTRAL, PACKED, PATCHES, Packing.of(SPECTRAL, 2))
                .flatMap(critic -> Stream.of(Arguments.of(critic, NON_SATURATING), Arguments.of(critic, WGAN_GP)));
    }

    @ParameterizedTest
    @MethodSource("critics")
    void trainReproducibly(CriticArchitecture critic, LossPreset preset) {
        Map<String, Double> once = metrics(critic, preset);
        assertThat(once.values()).allMatch(Double::isFinite);
        assertThat(metrics(critic, preset)).isEqualTo(once);
    }

    private static Map<String, Double> metrics(CriticArchitecture critic, LossPreset preset) {
        try (Gan gan = gan(critic, preset).build()) {
            return gan.train(steps(2)).metrics();
        }
    }

    @Test
    void aPatchCriticScoresASampleByTheMeanOfItsPatches() {
        try (Gan gan = gan(PATCHES, NON_SATURATING).build()) {
            assertThat(gan.score(gan.sample(3).data())).hasSize(3);
        }
    }

    @Test
    void aPackedCriticScoresNoSingleSample() {
        try (Gan gan = gan(PACKED, NON_SATURATING).build()) {
            assertThatThrownBy(() -> gan.as(Scorer.class)).hasMessageStartingWith("this GAN has no Scorer");
        }
    }

    @Test
    void aBatchThatIsNoMultipleOfThePackSaysSo() {
        try (Gan gan =
                gan(Packing.of(Dcgan.critic().width(2), 3), NON_SATURATING).build()) {
            assertThatThrownBy(() -> gan.train(steps(1)))
                    .hasMessageContaining("the critic scores packs of 3 samples, but gets [4, 1, 28, 28]: choose a"
                            + " batch size divisible by 3");
        }
    }
}
