package org.gan4j.architectures.layers;

import org.gan4j.tensor.Tensor;

/** The way in which a convolution resizes images by 2. */
public enum Resizing {
    /** Keeps height and width. */
    NONE,
    /** Repeats each pixel before the convolution, as in ProGAN. */
    NEAREST_UP,
    /** Interpolates before the convolution with the filter [1,3,3,1], as in StyleGAN. */
    FILTERED_UP,
    /** Averages blocks of 2×2 pixels after the convolution, as in ProGAN. */
    AVERAGE_DOWN,
    /** Smooths before the convolution by [1,2,1] and averages blocks after it, as in StyleGAN. */
    FILTERED_DOWN;

    /** Returns the doubling, with or without a filter. */
    public static Resizing up(boolean filtered) {
        return filtered ? FILTERED_UP : NEAREST_UP;
    }

    /** Returns the halving, with or without a filter. */
    public static Resizing down(boolean filtered) {
        return filtered ? FILTERED_DOWN : AVERAGE_DOWN;
    }

    /**
     * Returns x, resized and convolved.
     *
     * @param x images, [N, in, H, W]
     * @param weights the kernels, [out, in, kernel, kernel], with an odd number as kernel
     */
    public Tensor of(Tensor x, Tensor weights) {
        switch (this) {
            case NEAREST_UP:
                return ResizingConvolution.doubled(x, weights);
            case FILTERED_UP:
                // the filter is the repetition, which the convolution includes, and [1,2,1]; as in StyleGAN's program,
                // that comes last, when there are fewer channels
                return Interpolation.smoothed(ResizingConvolution.doubled(x, weights));
            case AVERAGE_DOWN:
                return ResizingConvolution.halved(x, weights);
            case FILTERED_DOWN:
                return ResizingConvolution.halved(Interpolation.smoothed(x), weights);
            default:
                return x.conv2d(weights, 1, weights.shape().dim(2) / 2);
        }
    }
}
