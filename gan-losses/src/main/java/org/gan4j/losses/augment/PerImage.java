package org.gan4j.losses.augment;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/** Random numbers of each image of a batch [N,C,H,W], as [N,1,1,1]. */
final class PerImage {
    private static final double MOST_TRANSLATION = 0.125;

    private PerImage() {}

    /** Draws a number in [0, 1) for each image. */
    static Tensor uniform(Tensor images, RandomKey random) {
        return random.uniform(images.shape().dim(0), 1, 1, 1);
    }

    /** Returns 1 for each image that is to be changed, else 0. */
    static Tensor chosen(Tensor images, RandomKey random, Tensor strength) {
        return uniform(images, random.child("chosen")).less(strength).cast(DType.FLOAT);
    }

    /**
     * Draws a whole number of at most an eighth of an axis, up or down, for each image. The product below is never
     * rounded up to its bound: uniform numbers are multiples of 2^-24, and the bound is odd.
     */
    static Tensor shift(Tensor images, int axis, RandomKey random) {
        int most = (int) (images.shape().dim(axis) * MOST_TRANSLATION + 0.5);
        return uniform(images, random).mul(2 * most + 1).floor().sub(most);
    }
}
