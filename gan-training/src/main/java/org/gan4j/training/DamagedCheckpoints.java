package org.gan4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The damaged checkpoints of a run, which are renamed to {@code NAME.damaged}: training goes on, and nothing is lost. */
final class DamagedCheckpoints {
    private static final String END = ".damaged";

    private DamagedCheckpoints() {}

    /**
     * Sets aside the damaged checkpoints of steps after the one that a run is resumed from.
     *
     * @return the new names
     * @throws IllegalArgumentException if a checkpoint of a later step is whole, so that the run was trained further by
     *     another program
     * @throws UncheckedIOException if a file cannot be read or renamed
     */
    static List<Path> setAside(RunDirectory run, int step) {
        List<Path> aside = new ArrayList<>();
        for (Path file : run.allCheckpoints()) {
            if (RunDirectory.step(file) > step) {
                requireDamaged(run, file, step);
                aside.add(rename(file));
            }
        }
        return aside;
    }

    private static void requireDamaged(RunDirectory run, Path file, int step) {
        try {
            StoredCheckpoint.open(file).close();
        } catch (IllegalArgumentException damaged) {
            return;
        }
        throw new IllegalArgumentException("cannot train " + run.root() + " from step " + step + ", since it has "
                + file.getFileName() + " by now: another program trained it further, so load it again");
    }

    private static Path rename(Path file) {
        Path name = Path.of(file + END);
        for (int number = 2; Files.exists(name); number++) {
            name = Path.of(file + END + "-" + number);
        }
        try {
            return Files.move(file, name);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "cannot rename the damaged checkpoint " + file + ": check the permissions of its folder", failed);
        }
    }
}
