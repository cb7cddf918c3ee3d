package org.gan4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A checkpoint that a run can go back to after a failure.
 *
 * @param run the run
 * @param checkpoint the checkpoint
 */
public record EarlierCheckpoint(RunDirectory run, Checkpoint checkpoint) {
    /** The number of steps before a diagnosis in which the failure may have begun: detectors look at as many. */
    private static final int WINDOW = 50;

    /**
     * Finds one of the two newest whole checkpoints before a failure: the newer one if it is at least {@value #WINDOW} steps
     * older than the failure, and the older one otherwise. Every run has these two, whenever it was interrupted.
     *
     * @param failed the step of the failure
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Optional<EarlierCheckpoint> before(RunDirectory run, int failed) {
        List<Path> newest = new ArrayList<>(run.allCheckpoints());
        Collections.reverse(newest);
        Iterator<EarlierCheckpoint> whole = newest.stream()
                .filter(file -> RunDirectory.step(file) < failed)
                .flatMap(file -> read(run, file).stream())
                .iterator();
        if (!whole.hasNext()) {
            return Optional.empty();
        }
        EarlierCheckpoint newer = whole.next();
        return Optional.of(newer.step() <= failed - WINDOW || !whole.hasNext() ? newer : whole.next());
    }

    private static Optional<EarlierCheckpoint> read(RunDirectory run, Path file) {
        try {
            return Optional.of(new EarlierCheckpoint(run, Checkpoint.read(file)));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Returns the step that training goes on from. */
    public int step() {
        return checkpoint.step();
    }

    /** Returns the factor on the learning rates that training had at this checkpoint. */
    public double rateFactor() {
        TensorData stored = checkpoint.variables().get(LoweredRate.FACTOR.name());
        return stored == null ? 1 : stored.item();
    }

    /**
     * Makes this the newest checkpoint of the run, with another factor on the learning rates. The checkpoints and samples
     * of later steps are deleted first, so a run that is interrupted meanwhile resumes before the failure, fails again
     * and goes back again.
     *
     * @param from the step that the run is at
     * @param rateFactor the factor
     * @throws IllegalArgumentException if the run is locked, or was trained further meanwhile
     * @throws UncheckedIOException if a file cannot be deleted or written
     */
    public void goBack(int from, double rateFactor) {
        try (LockedRun locked = LockedRun.resume(run.root(), from)) {
            List<Path> checkpoints = new ArrayList<>(run.allCheckpoints());
            Collections.reverse(checkpoints); // so the newest is never later than a gap
            checkpoints.stream()
                    .filter(file -> RunDirectory.step(file) > step())
                    .forEach(EarlierCheckpoint::delete);
            run.allSamples().stream()
                    .filter(file -> RunDirectory.step(file) > step())
                    .forEach(EarlierCheckpoint::delete);
            Map<String, TensorData> variables = new TreeMap<>(checkpoint.variables());
            variables.put(LoweredRate.FACTOR.name(), TensorData.of(new double[] {rateFactor}, Shape.of()));
            new Checkpoint(step(), variables).write(run.checkpoint(step()));
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "cannot delete " + file + " of a later step: check the permissions of its folder", failed);
        }
    }
}
