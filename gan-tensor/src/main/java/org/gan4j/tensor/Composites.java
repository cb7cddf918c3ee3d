package org.gan4j.tensor;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Functions composed of primitives, from which they get their gradients of every order. */
final class Composites {
    private Composites() {}

    /** exp(x - max) / Σ exp(x - max); the maximum only guards against overflow, so no gradient flows through it. */
    static Tensor softmax(Tensor x, int axis) {
        Tensor exp = x.sub(x.maxKeepDims(axis).stopGradient()).exp();
        return exp.div(exp.sumKeepDims(axis));
    }

    /** x - max - log Σ exp(x - max). */
    static Tensor logSoftmax(Tensor x, int axis) {
        Tensor shifted = x.sub(x.maxKeepDims(axis).stopGradient());
        return shifted.sub(shifted.exp().sumKeepDims(axis).log());
    }

    static Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta, double epsilon) {
        if (x.shape().rank() < 2) {
            throw new ShapeException("batchNorm needs a batch and channels, [N,C,...]; the shape is " + x.shape());
        }
        long[] perChannel = new long[x.shape().rank()];
        Arrays.fill(perChannel, 1);
        perChannel[1] = x.shape().dim(1);
        int[] others =
                IntStream.range(0, perChannel.length).filter(axis -> axis != 1).toArray();
        return standardize(x, epsilon, others).mul(gamma.reshape(perChannel)).add(beta.reshape(perChannel));
    }

    static Tensor layerNorm(Tensor x, Tensor gamma, Tensor beta, double epsilon) {
        int[] others = IntStream.range(1, x.shape().rank()).toArray();
        if (others.length == 0) {
            throw new ShapeException(
                    "layerNorm needs samples of at least one axis, [N,...]; the shape is " + x.shape());
        }
        return standardize(x, epsilon, others).mul(gamma).add(beta);
    }

    private static Tensor standardize(Tensor x, double epsilon, int... axes) {
        Tensor centered = x.sub(x.meanKeepDims(axes));
        return centered.mul(centered.square().meanKeepDims(axes).add(epsilon).rsqrt());
    }

    /** √x with gradient 0 at 0, where the true one is infinite; both branches stay finite, so no NaN arises. */
    static Tensor safeSqrt(Tensor x) {
        Tensor zero = x.equal(0);
        Tensor one = Tensor.full(x.dtype(), 1, x.shape().dims());
        return zero.where(x.zerosLike(), zero.where(one, x).sqrt());
    }

    /** The product along an axis, computed by multiplying halves: no division, so zeros do no harm. */
    static Tensor product(Tensor x, int axis) {
        int length = x.shape().dim(axis);
        if (length == 0) {
            return Tensor.full(x.dtype(), 1, x.shape().with(axis, 1).dims());
        }
        Tensor rest = x;
        while (rest.shape().dim(axis) > 1) {
            int whole = rest.shape().dim(axis);
            int half = whole / 2;
            Tensor halves = rest.slice(axis, 0, half).mul(rest.slice(axis, half, 2 * half));
            rest = whole % 2 == 0 ? halves : Tensor.concat(axis, halves, rest.slice(axis, whole - 1, whole));
        }
        return rest;
    }

    /** Replaces a length of -1, of which there may be one, by the inferred length. */
    static Shape resolve(Shape from, long... dims) {
        long known = 1;
        int open = -1;
        for (int i = 0; i < dims.length; i++) {
            if (dims[i] == -1 && open >= 0) {
                throw new ShapeException("only one length may be -1: " + Arrays.toString(dims));
            }
            open = dims[i] == -1 ? i : open;
            known *= dims[i] == -1 ? 1 : dims[i];
        }
        if (open < 0) {
            return Shape.of(dims);
        }
        if (known == 0 || from.size() % known != 0) {
            throw new ShapeException(
                    "cannot reshape " + from + " (" + from.size() + " elements) to " + Arrays.toString(dims));
        }
        long[] resolved = dims.clone();
        resolved[open] = from.size() / known;
        return Shape.of(resolved);
    }

    static long[] withNewAxis(Shape shape, int axis) {
        int at = axis < 0 ? axis + shape.rank() + 1 : axis;
        if (at < 0 || at > shape.rank()) {
            throw new ShapeException("a new axis " + axis + " does not fit " + shape);
        }
        long[] dims = new long[shape.rank() + 1];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = i == at ? 1 : shape.dim(i < at ? i : i - 1);
        }
        return dims;
    }

    static Shape matrices(Shape batch, Shape matrix) {
        long[] dims = Arrays.copyOf(batch.dims(), batch.rank() + 2);
        dims[batch.rank()] = matrix.dim(-2);
        dims[batch.rank() + 1] = matrix.dim(-1);
        return Shape.of(dims);
    }
}
