package org.gan4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.tensor.io.AtomicFile;

/**
 * What a run leaves that ended before its first checkpoint, because of a full disk or a kill: nothing that anybody made,
 * so another run may take its place. The file run.lock tells it from a folder that a person filled.
 *
 * @param run the folder of the run
 */
public record UnstartedRun(RunDirectory run) {
    /** Returns whether the folder holds an unstarted run, and nothing else. */
    public boolean exists() {
        if (!Files.isRegularFile(run.lock())) {
            return false;
        }
        Set<Path> files = Set.of(
                run.lock(),
                run.experiment(),
                run.history(),
                run.metrics(),
                run.events(),
                run.skipped(),
                run.timings(),
                run.report(),
                run.modelCard());
        Set<Path> folders = Set.of(run.samples(), run.checkpoints());
        return entries(run.root()).stream()
                .allMatch(each -> files.contains(each) && Files.isRegularFile(each)
                        || folders.contains(each) && entries(each).stream().allMatch(AtomicFile::isTemporary)
                        || AtomicFile.isTemporary(each));
    }

    /**
     * Deletes the files of the unstarted run but run.lock.
     *
     * @throws UncheckedIOException if that fails
     */
    public void clear() {
        try (Stream<Path> all = Files.walk(run.root())) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(run.root()) && !each.equals(run.lock())) {
                    Files.delete(each);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot clear " + run.root() + ": " + failed, failed);
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder + ": " + failed, failed);
        }
    }
}
