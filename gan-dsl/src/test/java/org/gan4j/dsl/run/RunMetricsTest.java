package org.gan4j.dsl.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.gan4j.api.training.TrainingLength.steps;
import static org.gan4j.losses.LossPresets.NON_SATURATING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gan4j.api.training.TrainingHistory;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.TinyGans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {
    @TempDir
    private Path folder;

    @Test
    void aTrainingReturnsTheMetricsOfItsSteps() {
        try (Gan gan = TinyGans.of(NON_SATURATING).build()) {
            TrainingResult first = gan.train(steps(3));
            assertThat(first.history().steps())
                    .extracting(TrainingHistory.Step::number)
                    .containsExactly(1, 2, 3);
            assertThat(first.history().steps().get(2).metrics()).isEqualTo(first.metrics());
            assertThat(first.toString())
                    .startsWith("TrainingResult after 3 steps: loss.")
                    .endsWith("; history of 3 steps");
            assertThat(gan.train(steps(2)).history().steps())
                    .extracting(TrainingHistory.Step::number)
                    .containsExactly(4, 5);
        }
    }

    @Test
    void aRunHasTheMetricsThatTrainingReturned() throws IOException {
        Path run = folder.resolve("run");
        try (Gan gan = TinyGans.of(NON_SATURATING).runDirectory(run).build()) {
            TrainingHistory history = gan.train(steps(4)).history();
            assertThat(RunMetrics.of(run)).isEqualTo(history);
            Files.writeString(run.resolve("metrics.jsonl"), "{\"step\":5,\"loss", StandardOpenOption.APPEND);
            assertThat(RunMetrics.of(run)).isEqualTo(history);
        }
    }

    @Test
    void aFolderWithoutMetricsIsNoRun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RunMetrics.of(folder))
                .withMessage("there is no metrics.jsonl in " + folder
                        + ": give the folder of a run, such as runs/dcgan-001");
    }
}
