package org.gan4j.nd4j.internal;

import java.util.Arrays;
import org.gan4j.tensor.Shape;

/**
 * A traversal of two pieces of memory in parallel: lengths, and the distance between neighbors in each. Axes of length
 * 1 are dropped and axes that continue one another are joined, so that the innermost axis is as long as possible.
 */
final class Walk {
    final int[] lengths;
    final int[] from;
    final int[] to;

    private Walk(int[] lengths, int[] from, int[] to) {
        this.lengths = lengths;
        this.from = from;
        this.to = to;
    }

    static Walk of(int[] lengths, int[] from, int[] to) {
        int[] l = new int[lengths.length + 1];
        int[] f = new int[l.length];
        int[] t = new int[l.length];
        int count = 0;
        for (int axis = 0; axis < lengths.length; axis++) {
            if (lengths[axis] == 1) {
                continue;
            }
            boolean joins =
                    count > 0 && f[count - 1] == from[axis] * lengths[axis] && t[count - 1] == to[axis] * lengths[axis];
            if (joins) {
                l[count - 1] *= lengths[axis];
            } else {
                l[count++] = lengths[axis];
            }
            f[count - 1] = from[axis];
            t[count - 1] = to[axis];
        }
        if (count == 0) {
            l[count++] = 1;
        }
        return new Walk(Arrays.copyOf(l, count), Arrays.copyOf(f, count), Arrays.copyOf(t, count));
    }

    /** Returns the walk through a tensor of shape {@code to}, from one that is stretched to it. */
    static Walk broadcast(Shape from, Shape to) {
        int leading = to.rank() - from.rank();
        int[] strides = new int[to.rank()];
        for (int axis = leading; axis < to.rank(); axis++) {
            strides[axis] = from.dim(axis - leading) == 1 ? 0 : from.stride(axis - leading);
        }
        return of(lengths(to), strides, strides(to));
    }

    static int[] lengths(Shape shape) {
        int[] lengths = new int[shape.rank()];
        for (int axis = 0; axis < lengths.length; axis++) {
            lengths[axis] = shape.dim(axis);
        }
        return lengths;
    }

    static int[] strides(Shape shape) {
        int[] strides = new int[shape.rank()];
        for (int axis = 0; axis < strides.length; axis++) {
            strides[axis] = shape.stride(axis);
        }
        return strides;
    }

    int rank() {
        return lengths.length;
    }

    int innermost() {
        return lengths[lengths.length - 1];
    }

    /** Returns the number of runs along the innermost axis. */
    int runs() {
        int runs = 1;
        for (int axis = 0; axis < lengths.length - 1; axis++) {
            runs *= lengths[axis];
        }
        return runs;
    }

    /** Returns the position at which a run begins, by these strides. */
    int start(int run, int[] strides) {
        int start = 0;
        int rest = run;
        for (int axis = lengths.length - 2; axis >= 0; axis--) {
            start += rest % lengths[axis] * strides[axis];
            rest /= lengths[axis];
        }
        return start;
    }
}
