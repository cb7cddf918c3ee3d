package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.functions.Resampling;

/** The layer by which a generator doubles height and width. */
public enum Upsampling {
    /** A transposed convolution with kernel 4 and stride 2, as in DCGAN. */
    TRANSPOSED,
    /** A transposed convolution with kernel 3 and stride 2, as in CycleGAN. */
    TRANSPOSED_3,
    /**
     * Repetition of each pixel, then a 3×3 convolution: avoids checkerboard artifacts (<a
     * href="https://distill.pub/2016/deconv-checkerboard">Odena et al. 2016</a>).
     */
    NEAREST,
    /** Bilinear interpolation, then a 3×3 convolution. */
    BILINEAR,
    /**
     * A 3×3 convolution to four times the channels, which are rearranged into pixels (<a
     * href="https://arxiv.org/abs/1609.05158">Shi et al. 2016</a>).
     */
    PIXEL_SHUFFLE;

    /** Returns the layer, from [N, in, H, W] to [N, out, 2H, 2W]. */
    public Layer layer(VariableScope scope, int in, int out, double deviation, boolean biased) {
        switch (this) {
            case TRANSPOSED:
                return Convolution.doubling(scope, in, out, deviation, biased);
            case TRANSPOSED_3:
                return Convolution.doubling(scope, in, out, 3, deviation, biased);
            case NEAREST:
                return ResizingConvolution.doubling(scope, in, out, 3, deviation, biased);
            case BILINEAR:
                return new Chain(
                        "bilinear, 3×3",
                        List.of(
                                Layer.function(x -> Resampling.bilinear(
                                        x, 2 * x.shape().dim(2), 2 * x.shape().dim(3))),
                                Convolution.same(scope, in, out, 3, deviation, biased)));
            case PIXEL_SHUFFLE:
                return new Chain(
                        "3×3, pixel shuffle",
                        List.of(
                                Convolution.same(scope, in, 4 * out, 3, deviation, biased),
                                Layer.function(x -> Resampling.pixelShuffle(x, 2))));
            default:
                throw new IllegalStateException("no layer for " + this);
        }
    }
}
