package org.gan4j.dsl.sketches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.application.GanOption;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.tensor.io.Safetensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole runs of the sketches: from a file, interrupted, and from the builder. */
class MoreSketchesRunTest {
    private static final String LAST = "checkpoints/step-000005.safetensors";

    @TempDir
    private Path folder;

    /** Trains by a file, in one go. */
    private Path uninterrupted(MoreSketches sketch) throws IOException {
        Path run = folder.resolve("whole");
        try (Gan gan = Gan.of(experiment(sketch).spec().into(run))) {
            assertThat(gan.train(steps(5)).metrics().values()).allMatch(Double::isFinite);
        }
        return run.resolve(LAST);
    }

    private Experiment experiment(MoreSketches sketch) throws IOException {
        return Experiment.read(Files.writeString(folder.resolve("experiment.yaml"), sketch.yaml()));
    }

    private OptionsStep built(MoreSketches sketch) {
        OptionsStep options = Gan.builder()
                .application(sketch.application())
                .data(sketch.data())
                .batchSize(2)
                .engine("reference");
        for (GanOption<?> option : sketch.components().values().set()) {
            options = with(options, option, sketch);
        }
        return options;
    }

    private static <T> OptionsStep with(OptionsStep options, GanOption<T> option, MoreSketches sketch) {
        return options.set(option, sketch.components().get(option));
    }

    @ParameterizedTest
    @EnumSource
    void aLoadedRunContinuesExactly(MoreSketches sketch) throws IOException {
        Path run = folder.resolve("interrupted");
        try (Gan gan = Gan.of(experiment(sketch).spec().into(run))) {
            gan.train(steps(4));
        }
        try (Gan gan = Gan.load(run)) {
            gan.train(steps(1));
        }
        assertThat(Safetensors.read(run.resolve(LAST)).tensors())
                .isNotEmpty()
                .isEqualTo(Safetensors.read(uninterrupted(sketch)).tensors());
    }

    @ParameterizedTest
    @EnumSource
    void theBuilderGivesTheSameBytesAsTheFile(MoreSketches sketch) throws IOException {
        Path run = folder.resolve("built");
        try (Gan gan = built(sketch).runDirectory(run).build()) {
            gan.train(steps(5));
        }
        assertThat(run.resolve(LAST)).hasSameBinaryContentAs(uninterrupted(sketch));
    }

    @Test
    void whatGrewIsFadedInWhenItsStepsAreDone() throws IOException {
        MoreSketches sketch = MoreSketches.PROGRESSIVE_GROWING; // 2 steps at half the size, 3 to fade in
        Path checkpoint = uninterrupted(sketch);
        assertThat(Safetensors.read(checkpoint).tensors().get("fade/share").item())
                .isEqualTo(1);
    }
}
