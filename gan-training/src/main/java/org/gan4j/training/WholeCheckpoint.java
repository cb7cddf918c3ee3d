package org.gan4j.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The checkpoint that a run is resumed or used from: the one of the highest step that is whole. Files are told apart by
 * the steps in their names, never by their times.
 *
 * @param file the file
 * @param stored the open checkpoint, which the caller closes
 * @param newerDamaged the files of higher steps, each of which is damaged, the newest first
 */
public record WholeCheckpoint(Path file, StoredCheckpoint stored, List<Damaged> newerDamaged) {
    /**
     * A file that is not the checkpoint it was: cut short, empty, of another format, or different from its digest.
     *
     * @param file the file
     * @param why the reason, with the name of the file
     */
    public record Damaged(Path file, String why) {}

    /** Copies the list. */
    public WholeCheckpoint {
        newerDamaged = List.copyOf(newerDamaged);
    }

    /**
     * Opens the newest checkpoint that is whole, or returns nothing if the run has no checkpoint at all.
     *
     * @throws IllegalArgumentException if all checkpoints are damaged
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static Optional<WholeCheckpoint> newest(RunDirectory run) {
        List<Damaged> damaged = new ArrayList<>();
        List<Path> all = run.allCheckpoints();
        for (int i = all.size() - 1; i >= 0; i--) {
            Path file = all.get(i);
            try {
                return Optional.of(new WholeCheckpoint(file, StoredCheckpoint.open(file), damaged));
            } catch (IllegalArgumentException wrong) {
                damaged.add(new Damaged(file, wrong.getMessage()));
            }
        }
        if (damaged.isEmpty()) {
            return Optional.empty();
        }
        throw new IllegalArgumentException("no checkpoint of " + run.root() + " can be used, since all are damaged: "
                + damaged.stream().map(each -> each.file.toString()).collect(Collectors.joining(", "))
                + "; restore one of these files from a copy, or start a new run");
    }

    /**
     * Returns the file of the newest checkpoint that is whole, if there is one.
     *
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    public static Optional<Path> newestFile(RunDirectory run) {
        try {
            return newest(run).map(found -> {
                found.stored.close();
                return found.file;
            });
        } catch (IllegalArgumentException allDamaged) {
            return Optional.empty();
        }
    }

    /** Returns a sentence for each damaged file that says so, and which one is used in its place. */
    public List<String> warnings() {
        return newerDamaged.stream()
                .map(each -> file + " is used in place of a damaged checkpoint: " + each.why)
                .toList();
    }
}
