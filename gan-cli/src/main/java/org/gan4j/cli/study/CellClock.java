package org.gan4j.cli.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.gan4j.api.training.EvaluatedStep;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.tensor.io.AtomicFile;

/**
 * The time that a cell has trained for, without its evaluations. It is kept in clock.json in the folder of the run, so
 * that a resumed cell continues to count. The first step of each training is not counted, since it includes compilation.
 */
final class CellClock implements TrainingListener {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Optional<Duration> limit;
    private final LongSupplier nanoTime;
    private Runnable stop = () -> {};
    private boolean isOver;
    private double seconds;
    private int steps;
    private long last = -1;

    /**
     * @param limit the time after which training is stopped
     * @param nanoTime the clock to read
     */
    CellClock(Path folder, Optional<Duration> limit, LongSupplier nanoTime) {
        this.file = folder.resolve("clock.json");
        this.limit = limit;
        this.nanoTime = nanoTime;
        if (Files.exists(file)) {
            try {
                JsonNode kept = JSON.readTree(Files.readAllBytes(file));
                seconds = kept.path("seconds").asDouble();
                steps = kept.path("steps").asInt();
            } catch (IOException failed) {
                throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
            }
        }
        isOver = reachesLimit();
    }

    private boolean reachesLimit() {
        return limit.isPresent() && seconds >= limit.get().toNanos() / 1e9;
    }

    /** Sets what stops training when the time is over. */
    void stopping(Runnable action) {
        stop = action;
    }

    /** Returns whether the time is over, which it may be before a resumed cell trains. */
    boolean isOver() {
        return isOver;
    }

    double seconds() {
        return seconds;
    }

    int steps() {
        return steps;
    }

    @Override
    public void evaluated(EvaluatedStep evaluated) {
        if (last >= 0) {
            last += evaluated.took().toNanos();
        }
    }

    @Override
    public void stepped(Progress progress) {
        long now = nanoTime.getAsLong();
        if (last >= 0) {
            seconds += (now - last) / 1e9;
            steps++;
        }
        last = now;
        if (!isOver && reachesLimit()) {
            isOver = true;
            stop.run();
        }
    }

    /** Keeps the time, with the checkpoint that training has just written. */
    void keep() {
        try {
            AtomicFile.write(file, JSON.writeValueAsString(Map.of("seconds", seconds, "steps", steps)) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write " + file + ": " + failed, failed);
        }
    }
}
