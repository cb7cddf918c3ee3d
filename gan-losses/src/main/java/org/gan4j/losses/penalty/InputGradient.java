package org.gan4j.losses.penalty;

import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;

/**
 * The gradient of a critic's scores with respect to the samples that it scores. Each sample has one norm, over all its
 * channels and pixels, of the gradient of the sum of its scores. A pack of samples that share a score counts as one
 * sample.
 */
final class InputGradient {
    private InputGradient() {}

    /**
     * Returns the norm of each sample's gradient, or of each pack's, [S]. It has a gradient where it is 0.
     *
     * @param scores the scores, [S, ...]
     * @param samples the samples that the scores are computed from, [N, sample...]
     */
    static Tensor norms(Tensor scores, Tensor samples) {
        return Gradients.of(scores, samples).reshape(scores.shape().dim(0), -1).norm(1);
    }

    /** Returns the mean of the squared norms, multiplied by a factor. */
    static Tensor meanSquare(Tensor scores, Tensor samples, double factor) {
        return Gradients.of(scores, samples)
                .square()
                .sum()
                .mul(factor / scores.shape().dim(0));
    }
}
