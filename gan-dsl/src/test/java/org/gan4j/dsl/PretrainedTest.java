package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gan4j.api.plugin.PretrainedGan;
import org.gan4j.tensor.TensorData;
import org.gan4j.training.Checkpoint;
import org.gan4j.training.RunDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that a generator without its critic generates, and does nothing that needs the critic. */
class PretrainedTest {
    private static final int SAMPLES = 3;

    @TempDir
    private Path folder;

    private PretrainedGan pretrained;
    private float[] expected;

    @BeforeEach
    void train() throws IOException {
        RunDirectory run = new RunDirectory(folder.resolve("run"));
        try (Gan gan =
                TinyGans.of(NON_SATURATING).ema(0).runDirectory(run.root()).build()) {
            gan.train(steps(2));
            expected = gan.sample(SAMPLES).data().toFloats();
        }
        pretrained = new PretrainedGan("tiny", url(run.experiment()), url(cut(run.checkpoint(2), "critic/")));
    }

    private static URL url(Path file) throws IOException {
        return file.toUri().toURL();
    }

    /** Writes a copy without the variables whose names begin so. */
    private Path cut(Path checkpoint, String prefix) {
        Map<String, TensorData> left = new HashMap<>(Checkpoint.read(checkpoint).variables());
        assertThat(left.keySet().removeIf(name -> name.startsWith(prefix))).isTrue();
        Path copy = folder.resolve("cut.safetensors");
        new Checkpoint(2, left).write(copy);
        return copy;
    }

    @Test
    void generatesAsItsRunDid() {
        try (Gan gan = RunLoader.load(pretrained)) {
            assertThat(gan.steps()).isEqualTo(2);
            assertThat(gan.sample(SAMPLES).data().toFloats()).isEqualTo(expected);
        }
    }

    @Test
    void neitherScoresNorTrainsWithoutItsCritic() {
        try (Gan gan = RunLoader.load(pretrained)) {
            TensorData samples = gan.sample(SAMPLES).data();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> gan.score(samples))
                    .withMessageStartingWith("this GAN is pretrained, and not all of its networks are included: there"
                            + " is no critic/");
            assertThatThrownBy(() -> gan.train(steps(1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("train a GAN of your own");
            assertThatThrownBy(() -> gan.explain(1)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aGeneratorThatDoesNotFitItsExperimentIsRefused() throws IOException {
        Path other = cut(folder.resolve("run/checkpoints/step-000002.safetensors"), "generator/");
        try (Gan gan = RunLoader.load(new PretrainedGan("tiny", pretrained.experiment(), url(other)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> gan.sample(SAMPLES))
                    .withMessageContaining("there is no generator/");
        }
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gan.pretrained("none"))
                .withMessageStartingWith("there is no pretrained GAN none");
    }
}
