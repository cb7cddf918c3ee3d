package org.gan4j.architectures.layers;

import java.util.Optional;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;

/** How activations are kept in range. */
public enum Normalization {
    /** Batch normalization; layer normalization where a gradient penalty forbids mixing samples. */
    AUTO,
    BATCH,
    LAYER,
    /** Each channel of each picture on its own. */
    INSTANCE,
    NONE;

    /** This, with AUTO decided. */
    public Normalization resolved(NetworkSpec spec) {
        return this != AUTO ? this : spec.gradientPenalty() ? LAYER : BATCH;
    }

    /** The layer for pictures of so many channels; empty for NONE. */
    public Optional<Layer> layer(VariableScope scope, int channels, double deviation) {
        switch (this) {
            case BATCH:
                return Optional.of(new BatchNorm(scope, channels, deviation));
            case LAYER:
                return Optional.of(new LayerNorm(scope, channels));
            case INSTANCE:
                return Optional.of(new InstanceNorm(scope, channels, deviation));
            case NONE:
                return Optional.empty();
            default:
                throw new IllegalStateException("AUTO must be resolved before layers are built");
        }
    }

    /** The layer for pictures; that of BATCH is by the condition {@code label} if there are classes. */
    public Optional<Layer> layer(VariableScope scope, int channels, double deviation, int classes) {
        return this == BATCH && classes > 0
                ? Optional.of(new ConditionalBatchNorm(scope, channels, classes, deviation))
                : layer(scope, channels, deviation);
    }

    /** The layer for vectors; that of BATCH is by the condition {@code label} if there are classes. */
    public Optional<Layer> vectorLayer(VariableScope scope, int features, int classes) {
        return this == BATCH && classes > 0
                ? Optional.of(new ConditionalBatchNorm(scope, features, classes, 0))
                : vectorLayer(scope, features);
    }

    /** The layer for vectors of so many features; empty for NONE. INSTANCE has nothing to average over in vectors. */
    public Optional<Layer> vectorLayer(VariableScope scope, int features) {
        switch (this) {
            case BATCH:
                return Optional.of(new BatchNorm(scope, features, 0));
            case LAYER:
                return Optional.of(LayerNorm.ofVectors(scope, features));
            case NONE:
                return Optional.empty();
            default:
                throw new IllegalStateException("there is no normalization of vectors for " + this);
        }
    }
}
