package org.gan4j.architectures.layers;

import java.util.Optional;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;

/** The normalization of activations. */
public enum Normalization {
    /**
     * Batch normalization; layer normalization where a gradient penalty forbids mixing samples; none where the weights
     * are normalized.
     */
    AUTO,
    /** Batch normalization, see {@link BatchNorm}. */
    BATCH,
    /** Layer normalization, see {@link LayerNorm}. */
    LAYER,
    /** Instance normalization, see {@link InstanceNorm}: of each channel of each image. */
    INSTANCE,
    /** No normalization. */
    NONE;

    /** Returns this normalization, with AUTO resolved by what is normalized and may be mixed already. */
    public Normalization resolved(NetworkSpec spec) {
        if (this != AUTO) {
            return this;
        }
        if (spec.normalizedWeights()) {
            return NONE;
        }
        return spec.independentSamples() ? LAYER : BATCH;
    }

    /**
     * Returns the layer for images with this number of channels; empty for NONE.
     *
     * @throws IllegalStateException if this is AUTO
     */
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
                throw new IllegalStateException("AUTO has no layer: call resolved(...) before building layers");
        }
    }

    /**
     * Returns the layer for images; with classes, BATCH has factors by the condition {@code label}.
     *
     * @throws IllegalStateException if this is AUTO
     */
    public Optional<Layer> layer(VariableScope scope, int channels, double deviation, int classes) {
        return this == BATCH && classes > 0
                ? Optional.of(new ConditionalBatchNorm(scope, channels, classes, deviation))
                : layer(scope, channels, deviation);
    }

    /**
     * Returns the layer for vectors; with classes, BATCH has factors by the condition {@code label}.
     *
     * @throws IllegalStateException if this is AUTO or INSTANCE
     */
    public Optional<Layer> vectorLayer(VariableScope scope, int features, int classes) {
        return this == BATCH && classes > 0
                ? Optional.of(new ConditionalBatchNorm(scope, features, classes, 0))
                : vectorLayer(scope, features);
    }

    /**
     * Returns the layer for vectors with this number of features; empty for NONE.
     *
     * @throws IllegalStateException if this is AUTO, or INSTANCE, which has nothing to average over in vectors
     */
    public Optional<Layer> vectorLayer(VariableScope scope, int features) {
        switch (this) {
            case BATCH:
                return Optional.of(new BatchNorm(scope, features, 0));
            case LAYER:
                return Optional.of(LayerNorm.ofVectors(scope, features));
            case NONE:
                return Optional.empty();
            default:
                throw new IllegalStateException(
                        "vectors have no normalization " + this + ": choose BATCH, LAYER or NONE");
        }
    }
}
