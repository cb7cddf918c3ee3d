package org.gan4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.training.TrainingListener;
import org.gan4j.tensor.engine.Session;

/**
 * A listener that writes checkpoints: before the first step, every n steps, and after the last step. It keeps the
 * latest three. It writes nothing after a step that failed, so the latest checkpoint is always valid.
 */
public final class CheckpointWriter implements TrainingListener {
    private static final int KEPT = 3;

    private final Session session;
    private final RunDirectory run;
    private final int every;

    /**
     * Creates a listener.
     *
     * @param every the number of steps between two checkpoints
     */
    public CheckpointWriter(Session session, RunDirectory run, int every) {
        this.session = session;
        this.run = run;
        this.every = every;
    }

    @Override
    public void started(Progress progress) {
        if (!Files.exists(run.checkpoint(progress.step()))) {
            write(progress.step());
        }
    }

    @Override
    public void stepped(Progress progress) {
        if (progress.step() % every == 0 || progress.isLast()) {
            write(progress.step());
        }
    }

    private void write(int step) {
        Checkpoint.of(session, step).write(run.checkpoint(step));
        List<Path> all = run.allCheckpoints();
        for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            try {
                Files.delete(old);
            } catch (IOException failed) {
                throw new UncheckedIOException(
                        "cannot delete the old checkpoint " + old + ": check the permissions of its folder", failed);
            }
        }
    }
}
