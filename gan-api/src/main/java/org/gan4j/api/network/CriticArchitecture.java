package org.gan4j.api.network;

/**
 * An architecture of critics (discriminators), which map samples [N, sample...] to one raw score per sample, [N]. The
 * meaning of the scores depends on the loss.
 */
public non-sealed interface CriticArchitecture extends Architecture {
    @Override
    default CriticArchitecture resolved(NetworkSpec spec) {
        return this;
    }
}
