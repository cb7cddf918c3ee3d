package org.gan4j.architectures.layers;

import java.util.Optional;
import org.gan4j.api.Scope;
import org.gan4j.api.Site;

/** How activations are kept in range. */
public enum Normalization {
    /** Batch normalisation; layer normalisation where a gradient penalty forbids mixing samples. */
    AUTO,
    BATCH,
    LAYER,
    NONE;

    /** This, with AUTO decided. */
    public Normalization resolved(Site site) {
        return this != AUTO ? this : site.gradientPenalty() ? LAYER : BATCH;
    }

    /** The layer for so many channels; empty for NONE. */
    public Optional<Layer> layer(Scope scope, int channels, double deviation) {
        switch (this) {
            case BATCH:
                return Optional.of(new BatchNorm(scope, channels, deviation));
            case LAYER:
                return Optional.of(new LayerNorm(scope, channels));
            case NONE:
                return Optional.empty();
            default:
                throw new IllegalStateException("AUTO must be resolved before layers are built");
        }
    }
}
