package org.gan4j.metrics.features;

import org.gan4j.api.evaluation.Extraction;

/**
 * What computed features: numbers of features from different sources cannot be compared.
 *
 * @param network the network and the layer
 * @param weights a digest of its weights
 * @param resizing how samples are resized before
 */
public record FeatureSource(String network, String weights, String resizing) {
    /** The source of samples that are compared without features. */
    public static final FeatureSource NONE = new FeatureSource("none: the samples themselves", "none", "none");

    /** Returns the source in one line; samples without features have neither weights nor resizing. */
    public String described() {
        return equals(NONE) ? network : network + "; weights " + weights + "; resizing: " + resizing;
    }

    /** Returns the source of an extraction's features. */
    public static FeatureSource of(Extraction extraction) {
        return new FeatureSource(extraction.network(), extraction.weights(), extraction.resizing());
    }
}
