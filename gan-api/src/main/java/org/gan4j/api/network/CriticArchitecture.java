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

    /**
     * Returns whether this critic, or one that it wraps, is that of a {@link CriticWrapper}, so that the wrapper is not
     * applied again. Defaults to a comparison with the name of this critic; a critic that wraps another asks that too.
     *
     * @param wrapper the name of the wrapper
     */
    default boolean isWrappedIn(String wrapper) {
        return name().equals(wrapper);
    }

    @Override
    default CriticArchitecture resolved(NetworkSpec spec) {
        return this;
    }
}
