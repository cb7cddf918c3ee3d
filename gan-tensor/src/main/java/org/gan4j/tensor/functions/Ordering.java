package org.gan4j.tensor.functions;

import java.util.Arrays;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.op.ArgSort;

/** Sorting and selection of the largest elements. Indices have no gradient; the values selected by them do. */
public final class Ordering {
    private Ordering() {}

    /**
     * Returns the index of the largest element (or NaN) along an axis, the first one among equals; INT, without that
     * axis.
     */
    public static Tensor argMax(Tensor x, int axis) {
        return firstWhere(found(x, x.maxKeepDims(axis)), axis);
    }

    /**
     * Returns the index of the smallest element (or NaN) along an axis, the first one among equals; INT, without that
     * axis.
     */
    public static Tensor argMin(Tensor x, int axis) {
        return firstWhere(found(x, x.minKeepDims(axis)), axis);
    }

    /**
     * Finds the extreme. An extreme of NaN equals nothing, but then, and only then, some element is unequal to itself.
     */
    private static Tensor found(Tensor x, Tensor extreme) {
        Tensor equal = x.equal(extreme);
        return x.dtype().isFloating() ? equal.or(x.notEqual(x)) : equal;
    }

    private static Tensor firstWhere(Tensor found, int axis) {
        Shape shape = found.shape();
        Tensor places = places(shape, shape.axis(axis));
        Tensor none = Tensor.full(DType.INT, shape.dim(axis) - 1, shape.dims());
        return found.where(places, none).min(axis);
    }

    /**
     * Returns the indices that sort the elements along an axis; equal elements keep their order. INT, with the shape of
     * x.
     */
    public static Tensor argSort(Tensor x, int axis, boolean descending) {
        return Tensor.of(new ArgSort(x.shape().axis(axis), descending), x);
    }

    /** Sorts the elements along an axis; gradients flow back to the original positions. */
    public static Tensor sort(Tensor x, int axis, boolean descending) {
        return takeAlong(x, axis, argSort(x, axis, descending));
    }

    /**
     * Returns the k largest elements along an axis, the largest first.
     *
     * @throws ShapeException if k is less than 1 or exceeds the length of the axis
     */
    public static Tensor topK(Tensor x, int axis, int k) {
        if (k < 1 || k > x.shape().dim(axis)) {
            throw new ShapeException("cannot take the largest " + k + " of "
                    + x.shape().dim(axis) + " elements along axis " + axis + " of " + x.shape());
        }
        return takeAlong(x, axis, argSort(x, axis, true).slice(axis, 0, k));
    }

    /**
     * Returns, for each position of the INT indices, the element of x at that index along the axis and at that same
     * position along the others. Indices must be from 0 (inclusive) to the length of the axis (exclusive). Others are
     * not detected and read elements of other lines.
     *
     * @throws ShapeException if the shapes of x and the indices differ outside the axis
     */
    public static Tensor takeAlong(Tensor x, int axis, Tensor indices) {
        Shape shape = x.shape();
        int at = shape.axis(axis);
        if (indices.shape().rank() != shape.rank()
                || !indices.shape().with(at, 1).equals(shape.with(at, 1))) {
            throw new ShapeException("indices " + indices.shape() + " do not match " + shape + " outside axis " + axis);
        }
        Tensor flat = indices.mul(shape.stride(at));
        for (int i = 0; i < shape.rank(); i++) {
            if (i != at) {
                flat = flat.add(places(shape, i).mul(shape.stride(i)));
            }
        }
        return x.reshape(shape.size()).gather(0, flat);
    }

    /** 0, 1, 2, ... along one axis of a shape, length 1 along the others. */
    private static Tensor places(Shape shape, int axis) {
        long[] along = new long[shape.rank()];
        Arrays.fill(along, 1);
        along[axis] = shape.dim(axis);
        return Tensor.arange(shape.dim(axis)).reshape(along);
    }
}
