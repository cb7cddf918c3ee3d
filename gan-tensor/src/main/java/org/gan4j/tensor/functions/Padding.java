package org.gan4j.tensor.functions;

import java.util.stream.IntStream;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Padding beyond the edges of a tensor. */
public final class Padding {
    private Padding() {}

    /**
     * Pads one axis with a constant value.
     *
     * @throws ShapeException if the padding is negative
     */
    public static Tensor constant(Tensor x, int axis, int before, int after, double value) {
        requireNotNegative(before, after);
        if (before == 0 && after == 0) {
            return x;
        }
        if (value == 0) {
            return x.pad(axis, before, after);
        }
        Tensor y = x;
        if (before > 0) {
            y = Tensor.concat(axis, filled(x, axis, before, value), y);
        }
        return after > 0 ? Tensor.concat(axis, y, filled(x, axis, after, value)) : y;
    }

    private static Tensor filled(Tensor x, int axis, int length, double value) {
        return Tensor.full(x.dtype(), value, x.shape().with(axis, length).dims());
    }

    /**
     * Pads one axis with its elements mirrored at the edges, without repeating the edge: [1,2,3] by 2 and 1 is
     * [3,2,1,2,3,2].
     *
     * @throws ShapeException if the padding is negative or not less than the length of the axis
     */
    public static Tensor reflect(Tensor x, int axis, int before, int after) {
        requireNotNegative(before, after);
        int length = x.shape().dim(axis);
        if (before >= length || after >= length) {
            throw new ShapeException("reflection by " + before + " and " + after + " needs more than "
                    + Math.max(before, after) + " elements along axis " + axis + " of " + x.shape());
        }
        return taken(x, axis, IntStream.range(-before, length + after).map(i -> mirrored(i, length)));
    }

    private static int mirrored(int i, int length) {
        int fromStart = Math.abs(i);
        return fromStart < length ? fromStart : 2 * (length - 1) - fromStart;
    }

    /**
     * Pads one axis by repeating its outermost elements: [1,2,3] by 2 and 1 is [1,1,1,2,3,3].
     *
     * @throws ShapeException if the padding is negative or the axis is empty
     */
    public static Tensor replicate(Tensor x, int axis, int before, int after) {
        requireNotNegative(before, after);
        int length = x.shape().dim(axis);
        if (length == 0) {
            throw new ShapeException("nothing to repeat along axis " + axis + " of " + x.shape());
        }
        return taken(x, axis, IntStream.range(-before, length + after).map(i -> Math.max(0, Math.min(length - 1, i))));
    }

    private static void requireNotNegative(int before, int after) {
        if (before < 0 || after < 0) {
            throw new ShapeException(
                    "padding must be at least 0; this is " + before + " and " + after + ": slice instead");
        }
    }

    private static Tensor taken(Tensor x, int axis, IntStream places) {
        int[] indices = places.toArray();
        return x.gather(axis, Tensor.of(indices, indices.length));
    }

    /**
     * Pads images [N,C,H,W] by reflection at all four sides.
     *
     * @throws ShapeException if the padding is negative or not less than height and width
     */
    public static Tensor reflect2d(Tensor x, int padding) {
        return reflect(reflect(x, 2, padding, padding), 3, padding, padding);
    }

    /**
     * Pads images [N,C,H,W] by replication at all four sides.
     *
     * @throws ShapeException if the padding is negative or the images are empty
     */
    public static Tensor replicate2d(Tensor x, int padding) {
        return replicate(replicate(x, 2, padding, padding), 3, padding, padding);
    }
}
