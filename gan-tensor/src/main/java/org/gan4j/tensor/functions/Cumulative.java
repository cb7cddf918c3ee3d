package org.gan4j.tensor.functions;

import org.gan4j.tensor.Tensor;

/** Running totals. */
public final class Cumulative {
    private Cumulative() {}

    /** The sum of all elements up to each, along an axis: by doubling shifts, so in log n passes. */
    public static Tensor sum(Tensor x, int axis) {
        int length = x.shape().dim(axis);
        Tensor y = x;
        for (int shift = 1; shift < length; shift *= 2) {
            y = y.add(y.slice(axis, 0, length - shift).pad(axis, shift, 0));
        }
        return y;
    }
}
