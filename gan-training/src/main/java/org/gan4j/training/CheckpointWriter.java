package org.gan4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gan4j.api.training.NonFiniteException;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.tensor.engine.Session;

/**
 * A listener that writes checkpoints: before the first step, every n steps, at the end of each phase, and after the
 * last step. It keeps the latest three, those at the ends of phases, and the one of a step that it was told to keep. It
 * writes nothing after a step that failed, and no value that is not finite, so training can continue from each
 * checkpoint.
 */
public final class CheckpointWriter implements TrainingListener {
    private static final int KEPT = 3;

    private final Session session;
    private final RunDirectory run;
    private final int every;
    private final Set<Integer> ends;
    private final Runnable before;
    private int current;
    private int kept = -1;

    /**
     * Creates a listener.
     *
     * @param every the number of steps between two checkpoints
     * @param ends the last steps of phases that others follow
     */
    public CheckpointWriter(Session session, RunDirectory run, int every, Set<Integer> ends) {
        this(session, run, every, ends, () -> {});
    }

    /**
     * Creates a listener.
     *
     * @param every the number of steps between two checkpoints
     * @param ends the last steps of phases that others follow
     * @param before runs before each checkpoint is written, such as what makes files durable that belong to it
     */
    public CheckpointWriter(Session session, RunDirectory run, int every, Set<Integer> ends, Runnable before) {
        this.session = session;
        this.run = run;
        this.every = every;
        this.ends = Set.copyOf(ends);
        this.before = before;
    }

    @Override
    public void started(Progress progress) {
        current = progress.step();
        save(progress.step());
    }

    @Override
    public void stepped(Progress progress) {
        current = progress.step();
        if (progress.step() % every == 0 || ends.contains(progress.step()) || progress.isLast()) {
            write(progress.step());
        }
    }

    /**
     * Keeps the checkpoint of a step in place of the one kept before. The one of the current step is written if there is
     * none; the weights of an earlier step without a checkpoint are gone, so nothing changes.
     *
     * @param step the current step, or an earlier one
     * @return whether the step has a checkpoint
     * @throws NonFiniteException if a variable is not finite
     * @throws UncheckedIOException if the checkpoint cannot be written, or an old one not deleted
     */
    public boolean keep(int step) {
        boolean exists = Files.exists(run.checkpoint(step));
        if (!exists && step != current) {
            return false;
        }
        kept = step;
        if (exists) {
            deleteOld();
        } else {
            write(step);
        }
        return true;
    }

    /**
     * Writes a checkpoint after the current step, if there is none.
     *
     * @throws NonFiniteException if a variable is not finite
     * @throws UncheckedIOException if the checkpoint cannot be written, or an old one not deleted
     */
    public void save(int step) {
        if (!Files.exists(run.checkpoint(step))) {
            write(step);
        }
    }

    private void write(int step) {
        Checkpoint checkpoint = Checkpoint.of(session, step);
        checkpoint.requireFinite();
        before.run();
        checkpoint.write(run.checkpoint(step));
        deleteOld();
    }

    private void deleteOld() {
        List<Path> all = run.allCheckpoints();
        for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            if (!isKept(old)) {
                delete(old);
            }
        }
    }

    private boolean isKept(Path checkpoint) {
        return checkpoint.equals(run.checkpoint(kept))
                || ends.stream().map(run::checkpoint).anyMatch(checkpoint::equals);
    }

    private static void delete(Path old) {
        try {
            Files.delete(old);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "cannot delete the old checkpoint " + old + ": check the permissions of its folder", failed);
        }
    }
}
