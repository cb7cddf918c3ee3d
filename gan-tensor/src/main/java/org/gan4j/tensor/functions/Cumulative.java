package org.gan4j.tensor.functions;

import org.gan4j.tensor.Tensor;

/** Cumulative sums. */
public final class Cumulative {
    private Cumulative() {}

    /**
     * Returns the sum of all elements up to and including each one along an axis. It adds shifted copies with doubling
     * shifts, so it takes log n passes.
     */
    public static Tensor sum(Tensor x, int axis) {
        int length = x.shape().dim(axis);
        Tensor y = x;
        for (int shift = 1; shift < length; shift *= 2) {
            y = y.add(y.slice(axis, 0, length - shift).pad(axis, shift, 0));
        }
        return y;
    }
}
