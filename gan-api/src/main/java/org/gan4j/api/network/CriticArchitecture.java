package org.gan4j.api.network;

/**
 * An architecture of critics (discriminators), which map samples [N, sample...] to raw scores [N, ...]: one per sample,
 * [N], or a map of scores per sample, such as [N,1,h,w] for the patches of an image. Losses take their mean. The meaning
 * of the scores depends on the loss.
 */
public interface CriticArchitecture extends Architecture {
    /**
     * Returns the number of consecutive samples of a batch that are scored together. Defaults to 1. With m samples per
     * score, scores and heads have the shape [N/m, ...], and the batch size must be divisible by m.
     */
    default int samplesPerScore() {
        return 1;
    }

    @Override
    default CriticArchitecture resolved(NetworkSpec spec) {
        return this;
    }
}
