package org.gan4j.testkit;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Numbers at which ops are tested. They are fixed, scrambled, distinct within a tensor of up to 96 elements and between
 * tensors of different salts (modulo 8), away from zero and the examples' kinks, and exact in FLOAT.
 */
final class Points {
    private static final int STEPS = 96;

    private Points() {}

    /** Returns values between -1.5 and 1.5. */
    static TensorData signed(int salt, long... shape) {
        return data(Shape.of(shape), salt, -1.5, 1.0 / 64);
    }

    /** Returns values between 0.5 and 2. */
    static TensorData positive(int salt, long... shape) {
        return data(Shape.of(shape), salt, 0.5, 1.0 / 128);
    }

    /** Returns integers from 0 (inclusive) to the bound (exclusive). */
    static TensorData indices(int bound, int salt, long... shape) {
        int[] values = new int[Shape.of(shape).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = scrambled(i, salt, bound);
        }
        return TensorData.of(values, Shape.of(shape));
    }

    /** Returns a mixture of true and false. */
    static TensorData booleans(int salt, long... shape) {
        return TensorData.of(DType.BOOL, indices(2, salt, shape).toDoubles(), Shape.of(shape));
    }

    static TensorData of(double... values) {
        return TensorData.of(values, Shape.of(values.length));
    }

    static TensorData of(int... values) {
        return TensorData.of(values, Shape.of(values.length));
    }

    /** Returns a hash of an index and a salt, from 0 (inclusive) to the bound (exclusive). */
    static int scrambled(int at, int salt, int bound) {
        int mixed = at * 0x9E3779B1 + salt * 0x85EBCA77;
        mixed = (mixed ^ mixed >>> 15) * 0x2C1B3C6D;
        mixed = (mixed ^ mixed >>> 12) * 0x297A2D39;
        return Math.floorMod(mixed ^ mixed >>> 15, bound);
    }

    /** Returns odd multiples of the grid above {@code low}, in scrambled order, slightly shifted for each salt. */
    private static TensorData data(Shape shape, int salt, double low, double grid) {
        int[] order = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            int other = scrambled(i, salt, i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = low + (2 * order[i % STEPS] + 1) * grid + Math.floorMod(salt, 8) * grid / 16;
        }
        return TensorData.of(values, shape);
    }
}
