package org.gan4j.metrics;

import org.gan4j.tensor.TensorData;

/**
 * What a network sees in samples, and all that has to be said beside a number that is computed from it.
 *
 * @param vectors a row for each sample, [N,F]
 * @param network which network, layer and size of input they were made with
 * @param samples whose features they are: the data and split, or the generator and seed
 */
public record Features(TensorData vectors, String network, String samples) {
    public Features {
        if (vectors.shape().rank() != 2) {
            throw new IllegalArgumentException(
                    "features are one row a sample, [N,F]; these have the shape " + vectors.shape());
        }
    }

    /** How many samples there are. */
    public int count() {
        return vectors.shape().dim(0);
    }
}
