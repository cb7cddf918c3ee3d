package org.gan4j.api.training;

/** Plays a game until the end. There is one trainer for every kind of GAN. */
public interface Trainer {
    /** @throws NonFiniteException if a loss or a gradient is no longer finite; the variables then hold the last good values */
    TrainingResult train(TrainingRequest training);
}
