package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.inference.Scorer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.data.FashionMnist;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void aBatchThatIsNoMultipleOfThePackIsRefused() {
        OptionsStep threes = gan(Packing.of(Dcgan.critic().width(2), 3), NON_SATURATING);
        assertThatThrownBy(() -> threes.build())
                .isInstanceOf(InvalidGanException.class)
                .hasMessageContaining("the critic packed scores packs of 3 samples, but the batch size is 4: choose a"
                        + " batch size divisible by 3");
    }

    @Test
    void aPackWithoutSamplesIsANumberedProblem() {
        OptionsStep none = gan(Packing.of(Dcgan.critic().width(2), 0), NON_SATURATING);
        assertThatThrownBy(() -> none.build())
                .isInstanceOf(InvalidGanException.class)
                .hasMessageContaining("a packed critic needs at least 1 sample per pack, not 0");
    }

    @Test
    void theOptionWrapsAnyCriticAndTheExperimentShowsItWrapped(@TempDir Path folder) {
        OptionsStep plain = gan(Dcgan.critic().width(2), NON_SATURATING);
        OptionsStep wrapped = plain.criticWrappers(SpectralNorm.standard(), new Packing(2));
        OptionsStep twice = gan(SpectralNorm.critic(Dcgan.critic().width(2)), NON_SATURATING)
                .criticWrappers(SpectralNorm.standard());
        try (Gan option = wrapped.runDirectory(folder).build();
                Gan once = twice.build()) {
            assertThat(option.spec().components().critic().toString())
                    .startsWith("PackedCritic[of=SpectralNormCritic[of=DcganCritic[width=2");
            assertThat(option.spec().components().get(GanComponents.CRITIC_WRAPPERS))
                    .isEmpty();
            assertThat(once.spec().components().critic().toString())
                    .startsWith("SpectralNormCritic[of=DcganCritic[width=2");
            option.train(steps(1));
        }
        try (Gan loaded = Gan.load(folder)) {
            assertThat(loaded.spec().components().critic().samplesPerScore()).isEqualTo(2);
        }
    }

    @Test
    void aWrapperIsLeftOutAtAnyDepth() {
        CriticArchitecture packedOutside = Packing.of(SPECTRAL, 2);
        CriticArchitecture packedInside = SpectralNorm.critic(PACKED);
        for (CriticArchitecture both : List.of(packedOutside, packedInside)) {
            GanComponents components = GanComponents.open()
                    .critic(both)
                    .with(GanComponents.CRITIC_WRAPPERS, List.of(SpectralNorm.standard(), new Packing(2)));
            assertThat(components.critic()).isEqualTo(both);
        }
    }

    @Test
    void wrappersNestInAFileAndComeBackFromARun(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("wrapped.yaml"),
                String.join(
                        "\n",
                        "generator: {name: spectral-norm, of: {name: dcgan, latent: 6, width: 2}}",
                        "critic:",
                        "  name: packed",
                        "  of: {name: spectral-norm, of: {name: dcgan, width: 2, normalization: NONE}}",
                        "loss: {name: wgan-gp}",
                        "data: fashion-mnist",
                        "batch-size: 4",
                        "engine: reference"));
        GanSpec spec = Experiment.read(file).spec();
        assertThat(spec).isEqualTo(gan(Packing.of(SPECTRAL, 2), WGAN_GP).spec());
        Path run = folder.resolve("run");
        TensorData samples;
        try (Gan gan = Gan.of(spec.into(run))) {
            gan.train(steps(2));
            samples = gan.sample(3).data();
        }
        try (Gan loaded = Gan.load(run);
                Gan whole = Gan.of(spec)) {
            assertThat(loaded.sample(3).data()).isEqualTo(samples);
            loaded.train(steps(1));
            whole.train(steps(3));
            assertThat(loaded.sample(3).data()).isEqualTo(whole.sample(3).data());
        }
    }
}
