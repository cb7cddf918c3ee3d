package org.gan4j.metrics;

import org.gan4j.tensor.TensorData;

/**
 * What a network sees in samples, or the samples themselves, and all that has to be said beside a number that is computed
 * from it.
 *
 * @param vectors a row for each sample, [N,F]; samples themselves have rows of any shape
 * @param network which network, layer and size of input they were made with, or {@link #NONE}
 * @param samples whose features they are: the data and split, or the generator and seed
 */
public record Features(TensorData vectors, String network, String samples) {
    /** What {@link #network} says of samples that no network looked at. */
    public static final String NONE = "none: the samples themselves";

    public Features {
        int rank = vectors.shape().rank();
        if (NONE.equals(network) ? rank < 1 : rank != 2) {
            throw new IllegalArgumentException(
                    "features are one row a sample, [N,F]; these have the shape " + vectors.shape());
        }
    }

    /** Samples [N, ...] as they are, for metrics that want these. */
    public static Features none(String samples, TensorData rows) {
        return new Features(rows, NONE, samples);
    }

    /** How many samples there are. */
    public int count() {
        return vectors.shape().dim(0);
    }
}
