package org.gan4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.tensor.io.AtomicFile;

/**
 * A run directory that may be changed: it exists, nobody else changes it until it is closed, and it is ready for a new
 * run or for one that is resumed.
 */
public final class LockedRun implements AutoCloseable {
    private final RunDirectory directory;
    private final RunLock lock;
    private final boolean isNew;
    private final boolean madeHere;
    private final List<String> notices = new ArrayList<>();

    private LockedRun(RunDirectory directory, RunLock lock, boolean isNew, boolean madeHere) {
        this.directory = directory;
        this.lock = lock;
        this.isNew = isNew;
        this.madeHere = madeHere;
        lock.dead()
                .ifPresent(owner -> notices.add("took over the lock of " + directory.root()
                        + " from a program that ended without giving it back: " + owner));
    }

    /**
     * Creates and locks the folder of a new run. What an unstarted run left there is deleted.
     *
     * @throws IllegalArgumentException if the folder is not {@link RunDirectory#unused}, cannot be created, or is locked
     * @throws UncheckedIOException if it cannot be written
     */
    public static LockedRun create(Path root) {
        RunDirectory directory = RunDirectory.unused(root);
        boolean madeHere = !Files.exists(root);
        RunDirectory.make(root);
        LockedRun run;
        try {
            run = new LockedRun(directory, RunLock.acquire(directory), true, madeHere);
        } catch (UncheckedIOException failed) {
            deleteQuietly(directory, madeHere);
            throw failed;
        }
        try {
            RunDirectory.unused(root); // by now another program may have begun and ended a run here
            new UnstartedRun(directory).clear();
            RunDirectory.create(root);
            return run;
        } catch (RuntimeException failed) {
            run.close();
            throw failed;
        }
    }

    /**
     * Locks the folder of an existing run. Temporary files are deleted, and damaged checkpoints after a step are renamed to
     * {@code NAME.damaged}.
     *
     * @param step the step that training continues after
     * @throws IllegalArgumentException if it is not the folder of a run, is locked, or was trained further meanwhile
     * @throws UncheckedIOException if it cannot be written
     */
    public static LockedRun resume(Path root, int step) {
        RunDirectory directory = RunDirectory.open(root);
        LockedRun run = new LockedRun(directory, RunLock.acquire(directory), false, false);
        try {
            List.of(root, directory.checkpoints(), directory.samples()).forEach(AtomicFile::deleteTemporary);
            for (Path aside : DamagedCheckpoints.setAside(directory, step)) {
                run.notices.add("a damaged checkpoint is now called " + aside);
            }
            return run;
        } catch (RuntimeException failed) {
            run.close();
            throw failed;
        }
    }

    /** Returns the sentences that say what was found in the folder. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /**
     * Deletes a new run that has no checkpoint, since it cannot be resumed, and the folder if this program made it. Any
     * other run stays as it is.
     */
    public void discardIfUnstarted() {
        if (isNew && new UnstartedRun(directory).exists()) {
            new UnstartedRun(directory).clear();
            deleteQuietly(directory, madeHere);
        }
    }

    private static void deleteQuietly(RunDirectory directory, boolean madeHere) {
        try {
            Files.deleteIfExists(directory.lock());
            if (madeHere) {
                Files.deleteIfExists(directory.root());
            }
        } catch (IOException stays) {
            // the next run accepts the folder as it is
        }
    }

    /** Gives the lock back. Closing it again has no effect. */
    @Override
    public void close() {
        lock.close();
    }
}
