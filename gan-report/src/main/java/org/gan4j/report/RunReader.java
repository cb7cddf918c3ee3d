package org.gan4j.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.gan4j.tensor.io.Uninterrupted;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.RunLock;

/**
 * Reads the folder of a run again and again, also while it is trained by this or another program. It changes nothing
 * there. Not safe for several threads.
 */
public final class RunReader {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final RunDirectory run;
    private final MetricsTail metrics;

    private RunReader(RunDirectory run) {
        this.run = run;
        this.metrics = new MetricsTail(run.metrics());
    }

    /** Returns a reader of a run; nothing is read yet, and the folder need not be complete. */
    public static RunReader of(RunDirectory run) {
        return new RunReader(run);
    }

    /**
     * Reads what the folder says now.
     *
     * @throws UncheckedIOException if a file cannot be read
     */
    public RunReport read() {
        metrics.read();
        String settings = text(run.experiment());
        JsonNode experiment = tree(settings);
        OptionalInt planned = experiment.path("steps").isInt()
                ? OptionalInt.of(experiment.path("steps").asInt())
                : OptionalInt.empty();
        return new RunReport(
                run.root().toAbsolutePath().normalize().getFileName().toString(),
                state(planned),
                metrics.step(),
                planned,
                settings,
                experiment,
                metrics.curves(),
                run.sampleImages().stream()
                        .map(file -> new SampleImage(RunDirectory.step(file), file))
                        .toList(),
                JsonLines.of(run.evaluations()),
                JsonLines.of(run.events()),
                JsonLines.of(run.history()),
                new TimeLog(run.timings()).read());
    }

    /**
     * Looks whether there is something new, which is much faster than reading all. Equal glances mean that there is not.
     *
     * @throws UncheckedIOException if a file cannot be read
     */
    public Glance glance() {
        metrics.read();
        return new Glance(
                metrics.step(),
                RunLock.owner(run).isPresent(),
                run.sampleImages().size(),
                size(run.evaluations()) + size(run.events()) + size(run.history()));
    }

    /**
     * What tells whether a run has something new.
     *
     * @param step the number of completed steps
     * @param trains whether a program trains it
     * @param samples the number of images of samples
     * @param bytes the size of the other files that grow
     */
    public record Glance(int step, boolean trains, int samples, long bytes) {}

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    private RunState state(OptionalInt planned) {
        if (RunLock.owner(run).isPresent()) {
            return RunState.TRAINING;
        }
        return planned.isPresent() && metrics.step() >= planned.getAsInt() ? RunState.COMPLETE : RunState.STOPPED;
    }

    private static String text(Path file) {
        try {
            return Uninterrupted.get(() -> Files.readString(file));
        } catch (NoSuchFileException absent) {
            return "";
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    private static JsonNode tree(String settings) {
        try {
            JsonNode tree = YAML.readTree(settings);
            return tree.isObject() ? tree : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException unreadable) {
            return JsonNodeFactory.instance.objectNode(); // the text is shown as it is
        }
    }
}
