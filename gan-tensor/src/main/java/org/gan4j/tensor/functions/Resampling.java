package org.gan4j.tensor.functions;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.ResamplingWeights.Border;
import org.gan4j.tensor.op.Pad;

/** Resampling of images [N,C,H,W] to larger or smaller sizes. */
public final class Resampling {
    private Resampling() {}

    /**
     * Repeats each element in both directions.
     *
     * @throws ShapeException if x is not [N,C,H,W] or the factor is less than 1
     */
    public static Tensor nearest(Tensor x, int factor) {
        requireImages(x);
        if (factor < 1) {
            throw new ShapeException("nearest upsampling needs a factor of at least 1; this one is " + factor);
        }
        Shape s = x.shape();
        return x.reshape(s.dim(0), s.dim(1), s.dim(2), 1, s.dim(3), 1)
                .broadcastTo(s.dim(0), s.dim(1), s.dim(2), factor, s.dim(3), factor)
                .reshape(s.dim(0), s.dim(1), (long) s.dim(2) * factor, (long) s.dim(3) * factor);
    }

    /**
     * Interpolates bilinearly to another size. Pixels are areas ("align_corners = false"); no antialiasing.
     *
     * @throws ShapeException if x is not [N,C,H,W], or if it or the result has no pixels
     */
    public static Tensor bilinear(Tensor x, int height, int width) {
        requireImages(x);
        Shape s = x.shape();
        if (height < 1 || width < 1 || s.dim(2) < 1 || s.dim(3) < 1) {
            throw new ShapeException("bilinear interpolation needs at least one pixel in its input and output, not " + s
                    + " to " + height + " by " + width);
        }
        Tensor rows = interpolation(x.dtype(), s.dim(2), height); // [height, H]
        Tensor columns = interpolation(x.dtype(), s.dim(3), width); // [width, W]
        return separable(x, rows, columns);
    }

    /**
     * Interpolates bicubically to another size as MATLAB's {@code imresize} does: cubic convolution with a = -0.5,
     * antialiased when an axis becomes shorter, with a symmetric border. Pixels are areas. Results may lie beyond the
     * range of the input.
     *
     * @throws ShapeException if x is not [N,C,H,W], or if it or the result has no pixels
     */
    public static Tensor bicubic(Tensor x, int height, int width) {
        return bicubic(x, height, width, Border.SYMMETRIC);
    }

    /**
     * Interpolates bicubically like {@link #bicubic(Tensor, int, int)}, with another border. {@link Border#DROPPED} is
     * the border of Pillow's {@code resize}.
     *
     * @throws ShapeException if x is not [N,C,H,W], or if it or the result has no pixels
     */
    public static Tensor bicubic(Tensor x, int height, int width, Border border) {
        requireImages(x);
        Tensor rows = matrix(x.dtype(), ResamplingWeights.bicubic(x.shape().dim(2), height, border));
        Tensor columns = matrix(x.dtype(), ResamplingWeights.bicubic(x.shape().dim(3), width, border));
        return separable(x, rows, columns);
    }

    private static Tensor matrix(DType dtype, ResamplingWeights weights) {
        return Tensor.of(TensorData.of(dtype, weights.matrix(), Shape.of(weights.to(), weights.from())));
    }

    /** Multiplies each image by matrices from both sides. */
    private static Tensor separable(Tensor x, Tensor rows, Tensor columns) {
        Shape s = x.shape();
        int height = rows.shape().dim(0);
        int width = columns.shape().dim(0);
        Tensor wide = x.reshape((long) s.dim(0) * s.dim(1) * s.dim(2), s.dim(3)).matmul(columns, false, true);
        Tensor images = wide.reshape((long) s.dim(0) * s.dim(1), s.dim(2), width);
        return rows.matmul(images).reshape(s.dim(0), s.dim(1), height, width);
    }

    private static Tensor interpolation(DType dtype, int from, int to) {
        double[] weights = new double[to * from];
        for (int i = 0; i < to; i++) {
            double place = Math.max(0, (i + 0.5) * from / to - 0.5);
            int low = Math.min((int) place, from - 1);
            int high = Math.min(low + 1, from - 1);
            double part = place - low;
            weights[i * from + low] += 1 - part;
            weights[i * from + high] += part;
        }
        return Tensor.of(TensorData.of(dtype, weights, Shape.of(to, from)));
    }

    /**
     * Upsamples by zeros in between, applies an FIR filter, and downsamples, in this order. This is "upfirdn2d" of
     * StyleGAN (<a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020</a>), which resamples without aliasing.
     *
     * @param filter [kH,kW], convolved (not correlated) with each channel; its elements add up to 1, times up² when
     *     upsampling
     * @param before zeros before each axis, added after upsampling; a negative number crops
     * @param after zeros after each axis, likewise
     * @throws ShapeException if x is not [N,C,H,W], the filter is not a matrix, or a factor is less than 1
     */
    public static Tensor filtered(Tensor x, Tensor filter, int up, int down, int before, int after) {
        requireImages(x);
        if (filter.shape().rank() != 2 || up < 1 || down < 1) {
            throw new ShapeException("resampling needs a filter [kH,kW] and factors of at least 1; these are "
                    + filter.shape() + ", " + up + " and " + down);
        }
        Shape s = x.shape();
        Tensor y = x.reshape((long) s.dim(0) * s.dim(1), 1, s.dim(2), s.dim(3));
        if (up > 1) {
            Shape spread = y.shape().with(2, (long) s.dim(2) * up).with(3, (long) s.dim(3) * up);
            y = Tensor.of(new Pad(List.of(0, 0, 0, 0), List.of(0, 0, up - 1, up - 1), spread), y);
        }
        for (int axis = 2; axis < 4; axis++) {
            y = y.pad(axis, Math.max(0, before), Math.max(0, after));
            int length = y.shape().dim(axis);
            y = y.slice(axis, Math.max(0, -before), length - Math.max(0, -after));
        }
        Tensor kernel = filter.flip()
                .reshape(1, 1, filter.shape().dim(0), filter.shape().dim(1));
        Tensor z = y.conv2d(kernel, down, 0);
        return z.reshape(s.dim(0), s.dim(1), z.shape().dim(2), z.shape().dim(3));
    }

    /**
     * Creates the binomial filter with the given number of taps in both directions, which adds up to 1: [1,3,3,1] in
     * StyleGAN.
     *
     * @throws ShapeException if {@code taps} is less than 1
     */
    public static Tensor binomial(int taps) {
        if (taps < 1) {
            throw new ShapeException("a filter needs at least 1 tap, not " + taps);
        }
        double[] row = new double[taps];
        row[0] = 1;
        for (int i = 1; i < taps; i++) {
            row[i] = row[i - 1] * (taps - i) / i;
        }
        Tensor filter = Tensor.of(row).reshape(-1, 1).mul(Tensor.of(row)).mul(Math.pow(0.25, taps - 1));
        return filter.cast(DType.FLOAT);
    }

    /**
     * Doubles the size with a filter: zeros in between, then the filter times 4.
     *
     * @throws ShapeException if x is not [N,C,H,W] or the filter is not square
     */
    public static Tensor up2(Tensor x, Tensor filter) {
        int taps = taps(filter);
        return filtered(x, filter.mul(4), 2, 1, (taps + 1) / 2, Math.floorDiv(taps - 2, 2));
    }

    /**
     * Halves the size with a filter.
     *
     * @throws ShapeException if x is not [N,C,H,W] or the filter is not square
     */
    public static Tensor down2(Tensor x, Tensor filter) {
        int taps = taps(filter);
        return filtered(x, filter, 1, 2, (taps - 1) / 2, Math.floorDiv(taps - 2, 2));
    }

    private static int taps(Tensor filter) {
        Shape s = filter.shape();
        if (s.rank() != 2 || s.dim(0) != s.dim(1)) {
            throw new ShapeException("resampling by 2 needs a square filter, [taps, taps]; this one is " + s);
        }
        return s.dim(0);
    }

    /**
     * Moves channels to positions: [N, C·f², H, W] to [N, C, H·f, W·f] (<a href="https://arxiv.org/abs/1609.05158">Shi
     * et al. 2016</a>).
     *
     * @throws ShapeException if x is not [N,C,H,W], or if its channels are not a multiple of the squared factor
     */
    public static Tensor pixelShuffle(Tensor x, int factor) {
        requireImages(x);
        Shape s = x.shape();
        int squared = factor * factor;
        if (factor < 1 || s.dim(1) % squared != 0) {
            throw new ShapeException("a pixel shuffle by " + factor + " needs channels in multiples of " + squared
                    + "; the shape is " + s);
        }
        int channels = s.dim(1) / squared;
        return x.reshape(s.dim(0), channels, factor, factor, s.dim(2), s.dim(3))
                .permute(0, 1, 4, 2, 5, 3)
                .reshape(s.dim(0), channels, (long) s.dim(2) * factor, (long) s.dim(3) * factor);
    }

    /**
     * Moves positions to channels, the inverse of {@link #pixelShuffle}.
     *
     * @throws ShapeException if x is not [N,C,H,W], or if height or width is not a multiple of the factor
     */
    public static Tensor pixelUnshuffle(Tensor x, int factor) {
        requireImages(x);
        Shape s = x.shape();
        if (factor < 1 || s.dim(2) % factor != 0 || s.dim(3) % factor != 0) {
            throw new ShapeException("a pixel unshuffle by " + factor
                    + " needs a height and width in multiples of it; the shape is " + s);
        }
        return x.reshape(s.dim(0), s.dim(1), s.dim(2) / factor, factor, s.dim(3) / factor, factor)
                .permute(0, 1, 3, 5, 2, 4)
                .reshape(s.dim(0), (long) s.dim(1) * factor * factor, s.dim(2) / factor, s.dim(3) / factor);
    }

    private static void requireImages(Tensor x) {
        if (x.shape().rank() != 4) {
            throw new ShapeException("resampling needs images [N,C,H,W]; the shape is " + x.shape());
        }
    }
}
