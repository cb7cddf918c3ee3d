package org.gan4j.apps.superresolution;

import org.gan4j.tensor.Tensor;

/** The distance of two images by their pixels. */
public enum PixelDistance {
    /** The mean absolute difference, which gives the higher signal-to-noise ratio. */
    L1,
    /** The mean squared difference, as in the paper. */
    L2;

    /** Returns the distance of images, a scalar. */
    Tensor of(Tensor real, Tensor fake) {
        Tensor difference = real.sub(fake);
        return this == L1 ? difference.abs().mean() : difference.square().mean();
    }
}
