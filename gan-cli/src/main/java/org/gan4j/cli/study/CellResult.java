package org.gan4j.cli.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.tensor.io.AtomicFile;

/**
 * The end of a cell, kept in result.json in the folder of its run.
 *
 * @param outcome how it ended
 * @param step the number of completed steps
 * @param seconds the time that training took, without evaluations
 * @param timedSteps the number of steps that took this time
 * @param reason why it failed, else empty
 */
record CellResult(Outcome outcome, int step, double seconds, int timedSteps, String reason) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "result.json";

    /** The ways in which a cell ends. */
    enum Outcome {
        /** All steps, or all of the time. */
        FINISHED,
        /** Ended by early stopping. */
        STOPPED,
        /** A loss or a gradient was not finite. */
        DIVERGED,
        /** Something else went wrong. */
        FAILED
    }

    /** Returns the result in a folder, if its cell has ended. */
    static Optional<CellResult> read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), CellResult.class))
                    : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file + ": " + failed, failed);
        }
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            ObjectNode node = JSON.valueToTree(this);
            AtomicFile.write(folder.resolve(FILE), JSON.writeValueAsString(node) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write into " + folder + ": " + failed, failed);
        }
    }

    boolean isComplete() {
        return outcome == Outcome.FINISHED || outcome == Outcome.STOPPED;
    }

    /** Returns the seconds of a step, or NaN if none was timed. */
    double secondsPerStep() {
        return timedSteps == 0 ? Double.NaN : seconds / timedSteps;
    }
}
