package org.gan4j.api.training;

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
}
