package org.gan4j.metrics.features;

import org.gan4j.tensor.TensorData;

/**
 * Features of samples, or the samples themselves, with the facts to report with every number that is computed from them.
 *
 * @param vectors one row per sample, [N,F]; samples themselves have rows of any shape
 * @param source what computed the features, or {@link FeatureSource#NONE}
 * @param samples the origin of the samples: the data and split, or the generator and seed
 */
public record Features(TensorData vectors, FeatureSource source, String samples) {
    /**
     * Creates the features.
     *
     * @throws IllegalArgumentException if the vectors are not one row per sample
     */
    public Features {
        int rank = vectors.shape().rank();
        if (FeatureSource.NONE.equals(source) ? rank < 1 : rank != 2) {
            throw new IllegalArgumentException(
                    "features must be one row per sample, [N,F]; the shape is " + vectors.shape());
        }
    }

    /** Returns samples [N, ...] without a network, for metrics that compare the samples themselves. */
    public static Features none(String samples, TensorData rows) {
        return new Features(rows, FeatureSource.NONE, samples);
    }

    /** Returns the number of samples. */
    public int count() {
        return vectors.shape().dim(0);
    }
}
