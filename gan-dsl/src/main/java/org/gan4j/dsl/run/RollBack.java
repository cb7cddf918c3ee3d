package org.gan4j.dsl.run;

import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.api.training.Diagnosis;
import org.gan4j.tensor.engine.Session;
import org.gan4j.training.EarlierCheckpoint;
import org.gan4j.training.RunDirectory;
import org.gan4j.training.StoredCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows a failure in a run that rolls back: training goes back to a checkpoint before the failure and continues with
 * half the learning rates, at most {@value #TIMES} times. All state is in the checkpoint, so a run that is interrupted and
 * resumed ends with the bytes of one that was not.
 */
public final class RollBack {
    private static final Logger LOG = LoggerFactory.getLogger(RollBack.class);
    private static final double FACTOR = 0.5;
    private static final int TIMES = 5;

    private final RunDirectory run;
    /** Creates the policy of the run in a folder. */
    public RollBack(Path root) {
        this.run = new RunDirectory(root);
    }

    /** The return to a checkpoint: its step, and a sentence that says why. */
    public record Return(int step, String sentence) {}

    /**
     * Goes back before a failure, and restores the session. If that is not possible, a warning says why.
     *
     * @param failure the failure
     * @param from the number of completed steps
     * @param session the session, whose variables then have the checkpoint's values
     * @return the step that training continues from; empty if training must end
     * @throws IllegalArgumentException if another program uses the run
     * @throws java.io.UncheckedIOException if a file cannot be read, deleted or written
     */
    public Optional<Return> before(Diagnosis failure, int from, Session session) {
        Optional<EarlierCheckpoint> earlier = EarlierCheckpoint.before(run, failure.step());
        if (earlier.isEmpty()) {
            LOG.warn("training ends, since there is no checkpoint from before step {} to go back to", failure.step());
            return Optional.empty();
        }
        double factor = earlier.get().rateFactor() * FACTOR;
        if (factor < Math.pow(FACTOR, TIMES)) {
            LOG.warn("training ends, since going back {} times did not help: change the settings", TIMES);
            return Optional.empty();
        }
        earlier.get().goBack(from, factor);
        int step = earlier.get().step();
        try (StoredCheckpoint stored = StoredCheckpoint.open(run.checkpoint(step))) {
            stored.restoreAll(session);
        }
        String sentence = "went back from step " + from + " to step " + step + " because of the "
                + failure.kind().key() + " of step " + failure.step() + "; the learning rates are " + factor
                + " times those of the settings";
        LOG.warn(sentence);
        return Optional.of(new Return(step, sentence));
    }
}
