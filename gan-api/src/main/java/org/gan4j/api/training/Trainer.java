package org.gan4j.api.training;

import org.gan4j.tensor.engine.Explanation;

/** A training loop. One trainer plays the games of all kinds of GANs. */
public interface Trainer {
    /**
     * Trains until the last step of the request, or until its stop condition holds.
     *
     * @throws NonFiniteException if a loss or a gradient is not finite; the variables keep their values from before the
     *     failed update
     * @throws IllegalArgumentException if a player has no term to minimize in a step
     */
    TrainingResult train(TrainingRequest request);

    /**
     * Runs the first step of the request as often as it has steps, and explains the last run, kernel by kernel. The
     * variables keep their values, and no listener is called.
     *
     * @throws UnsupportedOperationException if this trainer cannot explain its steps, which is the default
     */
    default Explanation explain(TrainingRequest request) {
        throw new UnsupportedOperationException(
                "the trainer " + getClass().getName() + " cannot explain its steps: override Trainer.explain");
    }
}
