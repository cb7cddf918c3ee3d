package org.gan4j.export.tensorboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.api.training.EvaluatedStep;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.dsl.run.EvaluationLog;
import org.gan4j.dsl.run.EventLog;
import org.gan4j.dsl.run.RunMetrics;
import org.gan4j.tensor.io.StorageException;
import org.gan4j.tensor.io.Uninterrupted;
import org.gan4j.training.RunDirectory;

/**
 * A listener that writes event files for <a href="https://www.tensorflow.org/tensorboard">TensorBoard</a>: the metrics of
 * each step and the numbers of evaluations as scalars, the sample grids of the run as images, its experiment.yaml and its
 * diagnoses as texts. The metric {@code loss.critic} is the scalar {@code loss/critic}, so TensorBoard groups the losses; the number
 * {@code kid} of an evaluation is {@code evaluation/kid}, or {@code evaluation-ema/kid} if the moving average of the
 * weights was evaluated.
 *
 * <p>Each training writes a file of its own. A training that resumes a run takes the place of what earlier files hold of
 * later steps, and writes what they lack: nothing if they end at that step, and everything if there are none.
 */
public final class TensorBoardLog implements TrainingListener {
    private static final String FOLDER = "tensorboard";

    private final Path folder;
    private final Optional<RunDirectory> run;
    private final Clock clock;
    private EventFile out;

    /**
     * Creates a listener.
     *
     * @param run the run that the same training writes, if there is one
     * @param clock the times of events
     */
    TensorBoardLog(Path folder, Optional<RunDirectory> run, Clock clock) {
        this.folder = folder;
        this.run = run;
        this.clock = clock;
    }

    /**
     * Returns a listener that logs a run into the folder {@code tensorboard} of its own folder.
     *
     * @param run the folder of the run, which the same training writes
     */
    public static TensorBoardLog of(Path run) {
        return of(run, run.resolve(FOLDER));
    }

    /**
     * Returns a listener that logs a run into another folder.
     *
     * @param run the folder of the run, which the same training writes
     * @param logs the folder of the event files, which is created if necessary
     */
    public static TensorBoardLog of(Path run, Path logs) {
        return new TensorBoardLog(logs, Optional.of(new RunDirectory(run)), Clock.systemUTC());
    }

    /**
     * Returns a listener that logs the metrics and diagnoses of a training that writes no run.
     *
     * @param logs the folder of the event files, which is created if necessary
     */
    public static TensorBoardLog into(Path logs) {
        return new TensorBoardLog(logs, Optional.empty(), Clock.systemUTC());
    }

    /**
     * Opens a new file.
     *
     * @throws java.io.UncheckedIOException if that fails
     */
    @Override
    public void started(Progress progress) {
        int step = progress.step();
        // what the files lack of the steps before; the step itself again, since its end may be missing
        int from = run.isEmpty() ? step + 1 : Math.min(step, new LoggedSteps(folder).last() + 1);
        out = EventFile.next(folder, clock);
        out.start(from);
        run.ifPresent(each -> {
            out.text(step, "experiment", "```yaml\n" + text(each.experiment()) + "\n```");
            if (step > 0) {
                writeAgain(each, from, step);
            }
        });
    }

    /** Writes what the files of the run hold of earlier steps. */
    private void writeAgain(RunDirectory files, int from, int to) {
        if (Files.exists(files.metrics())) {
            RunMetrics.forEach(files.root(), progress -> {
                if (progress.step() >= from && progress.step() <= to) {
                    stepped(progress);
                }
            });
        }
        new EvaluationLog(files.evaluations())
                .entries().stream()
                        .filter(each -> each.step() >= from && each.step() <= to)
                        .forEach(each -> evaluated(each.step(), each.weights(), each.values()));
        new EventLog(files.events())
                .read().stream()
                        .flatMap(each -> each.diagnosis().stream())
                        .filter(each -> each.step() >= from && each.step() <= to)
                        .forEach(this::diagnosed);
    }

    /**
     * Writes the metrics of a step, and its samples if the run has any.
     *
     * @throws java.io.UncheckedIOException if that fails
     */
    @Override
    public void stepped(Progress progress) {
        Map<String, Double> scalars = new LinkedHashMap<>();
        progress.metrics().forEach((name, value) -> scalars.put(name.replaceFirst("\\.", "/"), value));
        out.scalars(progress.step(), scalars);
        run.map(files -> files.sample(progress.step()))
                .filter(png -> png.toFile().exists()) // takes no exception
                .ifPresent(png -> out.image(progress.step(), "samples", bytes(png)));
    }

    /**
     * Writes the numbers of an evaluation.
     *
     * @throws java.io.UncheckedIOException if that fails
     */
    @Override
    public void evaluated(EvaluatedStep evaluated) {
        evaluated(evaluated.step(), evaluated.weights(), evaluated.values());
    }

    private void evaluated(int step, Weights weights, Map<String, Double> values) {
        if (out != null) { // or it is in the files of the run, from which the start takes it
            String group = weights == Weights.LATEST
                    ? "evaluation/"
                    : "evaluation-" + weights.name().toLowerCase(Locale.ROOT) + "/";
            Map<String, Double> scalars = new LinkedHashMap<>();
            values.forEach((name, value) -> scalars.put(group + name, value));
            out.scalars(step, scalars);
        }
    }

    /**
     * Writes a diagnosis.
     *
     * @throws java.io.UncheckedIOException if that fails
     */
    @Override
    public void diagnosed(Diagnosis diagnosis) {
        if (out != null) { // as for evaluations
            out.text(diagnosis.step(), "diagnosis/" + diagnosis.kind().key(), diagnosis.toString());
        }
    }

    @Override
    public void ended(Progress progress) {
        out.close();
        out = null;
    }

    private static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Path file) {
        try {
            return Uninterrupted.get(() -> Files.readAllBytes(file));
        } catch (IOException failed) {
            throw StorageException.of(file, failed);
        }
    }
}
