package org.gan4j.dsl.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.gan4j.api.training.TrainingHistory;
import org.gan4j.api.training.TrainingListener.Progress;
import org.gan4j.training.HistoryRecorder;

/** The metrics of a run, which may be in training. */
public final class RunMetrics {
    private static final String FILE = "metrics.jsonl";

    private RunMetrics() {}

    /**
     * Returns the metrics of at most 1,000 steps of a run, evenly spaced.
     *
     * @throws IllegalArgumentException if the folder has no metrics
     * @throws java.io.UncheckedIOException if they cannot be read
     */
    public static TrainingHistory of(Path run) {
        HistoryRecorder recorder = new HistoryRecorder();
        forEach(run, recorder::stepped);
        return recorder.history();
    }

    /**
     * Passes the metrics of each step of a run, in order.
     *
     * @throws IllegalArgumentException if the folder has no metrics
     * @throws java.io.UncheckedIOException if they cannot be read
     */
    public static void forEach(Path run, Consumer<Progress> steps) {
        Path file = run.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no " + FILE + " in " + run + ": give the folder of a run, such as runs/dcgan-001");
        }
        StoredMetrics.complete(file, steps);
    }
}
