package org.gan4j.tensor.functions;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * Normalizations of [N, C, spatial...] in addition to those on Tensor. Scale factors and shifts are left to the caller.
 */
public final class Norms {
    private Norms() {}

    /**
     * Normalizes each channel of each sample to mean 0 and variance 1 (instance normalization,
     * <a href="https://arxiv.org/abs/1607.08022">Ulyanov et al. 2016</a>).
     *
     * @throws ShapeException if the shape is not [N, C, ...] with at least three axes
     */
    public static Tensor instance(Tensor x, double epsilon) {
        return group(x, x.shape().dim(1), epsilon);
    }

    /**
     * Normalizes groups of channels of each sample to mean 0 and variance 1 (group normalization,
     * <a href="https://arxiv.org/abs/1803.08494">Wu and He 2018</a>).
     *
     * @throws ShapeException if the shape is not [N, C, ...] with at least three axes, or C is not a multiple of
     *     {@code groups}
     */
    public static Tensor group(Tensor x, int groups, double epsilon) {
        Shape shape = x.shape();
        if (shape.rank() < 3 || groups < 1 || shape.dim(1) % groups != 0) {
            throw new ShapeException("normalizing in " + groups + " groups needs [N, C, ...] with C a multiple of "
                    + groups + "; the shape is " + shape);
        }
        Tensor grouped = x.reshape(shape.dim(0), groups, shape.stride(0) / groups);
        Tensor centered = grouped.sub(grouped.meanKeepDims(2));
        Tensor scale = centered.square().meanKeepDims(2).add(epsilon).rsqrt();
        return centered.mul(scale).reshape(shape.dims());
    }

    /**
     * Scales the channels at each position to mean square 1 (<a href="https://arxiv.org/abs/1710.10196">Karras et al.
     * 2018</a>).
     */
    public static Tensor pixel(Tensor x, double epsilon) {
        return x.mul(x.square().meanKeepDims(1).add(epsilon).rsqrt());
    }

    /** Scales vectors along some axes to length 1; a vector shorter than epsilon is divided by epsilon instead. */
    public static Tensor l2(Tensor x, double epsilon, int... axes) {
        return x.div(x.normKeepDims(axes).maximum(epsilon));
    }

    /** Returns log Σ exp(x) over an axis, without overflow. */
    public static Tensor logSumExp(Tensor x, int axis) {
        double most = x.dtype() == DType.DOUBLE ? Double.MAX_VALUE : Float.MAX_VALUE;
        // infinity minus infinity would be NaN
        Tensor largest = x.maxKeepDims(axis).stopGradient().clamp(-most, most);
        Tensor sum = x.sub(largest).exp().sumKeepDims(axis).log().add(largest);
        return sum.reshape(x.shape().without(axis).dims());
    }

    /**
     * Performs one power iteration towards the largest singular value of a matrix
     * (<a href="https://arxiv.org/abs/1802.05957">Miyato et al. 2018</a>): v = Wᵀu/‖Wᵀu‖, u' = Wv/‖Wv‖, σ = u'ᵀWv. The
     * gradient flows through W only.
     *
     * @param weights any shape; the first axis gives the rows
     * @param u the current estimate of the left singular vector, [rows]
     */
    public static Spectral spectral(Tensor weights, Tensor u, double epsilon) {
        Tensor w = weights.reshape(weights.shape().dim(0), -1);
        Tensor fixed = w.stopGradient();
        Tensor v = l2(fixed.matmul(u.reshape(-1, 1), true, false), epsilon).stopGradient();
        Tensor next = l2(fixed.matmul(v), epsilon).stopGradient();
        Tensor sigma = next.matmul(w.matmul(v), true, false).reshape();
        return new Spectral(sigma, next.reshape(-1));
    }

    /** The estimated largest singular value, a scalar, and the vector for the next iteration. */
    public record Spectral(Tensor sigma, Tensor u) {}
}
