package org.gan4j.apps.bigan;

import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * Pairs (x, z) of a sample and latents as one tensor [N, D+L]: the D numbers of the sample, then the latents. So a
 * regularizer interpolates between pairs and differentiates with respect to them, as to any samples.
 *
 * @param sample the shape of one sample, without the batch
 */
record PairLayout(Shape sample) {
    Tensor joined(Tensor samples, Tensor latents) {
        return Tensor.concat(1, samples.reshape(samples.shape().dim(0), -1), latents);
    }

    /** Returns the samples of pairs, [N, sample...]. */
    Tensor samples(Tensor pairs) {
        return pairs.slice(1, 0, sample.size())
                .reshape(sample.batch(pairs.shape().dim(0)).dims());
    }

    /** Returns the latents of pairs, [N,L]. */
    Tensor latents(Tensor pairs) {
        return pairs.slice(1, sample.size(), pairs.shape().dim(1));
    }
}
