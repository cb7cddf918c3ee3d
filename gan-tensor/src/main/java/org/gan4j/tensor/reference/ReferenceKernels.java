package org.gan4j.tensor.reference;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.op.Binary;
import org.gan4j.tensor.op.BinaryOp;
import org.gan4j.tensor.op.Compare;
import org.gan4j.tensor.op.ContractionOp;
import org.gan4j.tensor.op.Logic;
import org.gan4j.tensor.op.Op;
import org.gan4j.tensor.op.RandomNumbers;
import org.gan4j.tensor.op.StructuralOp;
import org.gan4j.tensor.op.UnaryOp;

/**
 * The kernels of every op, computed in double precision by the loop that defines the op. Other engines may fall back on
 * them.
 */
public final class ReferenceKernels {
    private ReferenceKernels() {}

    /**
     * Computes the result in row-major order; booleans are 0 and 1, integers wrap to 32 bits.
     *
     * @throws IllegalArgumentException if the op is a leaf, which is not computed from inputs
     */
    public static double[] compute(Op op, List<Operand> inputs, Shape shape, DType dtype) {
        if (op == Binary.MUL && dtype == DType.INT) {
            return product(inputs.get(0).values(), inputs.get(1).values());
        }
        double[] result = dispatch(op, inputs, shape);
        if (dtype == DType.INT) {
            for (int i = 0; i < result.length; i++) {
                result[i] = (int) (long) result[i];
            }
        }
        return result;
    }

    private static double[] dispatch(Op op, List<Operand> inputs, Shape shape) {
        if (op instanceof UnaryOp unary) {
            return unary(unary, inputs.get(0).values());
        }
        if (op instanceof BinaryOp binary) {
            return elementwise(binary, inputs, shape.size());
        }
        if (op instanceof StructuralOp structural) {
            return StructuralKernels.compute(structural, inputs, shape);
        }
        if (op instanceof ContractionOp contraction) {
            return ContractionKernels.compute(contraction, inputs, shape);
        }
        if (op instanceof RandomNumbers random) {
            return random(random, (int) inputs.get(0).values()[0], shape.size());
        }
        throw new IllegalArgumentException(op.label() + " is not computed from inputs");
    }

    /** Multiplies integers as in Java: a double would round beyond 2^53. */
    private static double[] product(double[] a, double[] b) {
        double[] y = new double[a.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (int) a[i] * (int) b[i];
        }
        return y;
    }

    private static double[] unary(UnaryOp op, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = op.apply(x[i]);
        }
        return y;
    }

    private static double[] elementwise(BinaryOp op, List<Operand> inputs, int size) {
        double[] a = inputs.get(0).values();
        double[] b = inputs.get(1).values();
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            if (op instanceof Binary binary) {
                y[i] = binary.apply(a[i], b[i]);
            } else if (op instanceof Compare compare) {
                y[i] = compare.apply(a[i], b[i]) ? 1 : 0;
            } else if (op instanceof Logic logic) {
                y[i] = logic.apply(a[i] != 0, b[i] != 0) ? 1 : 0;
            } else {
                y[i] = a[i] != 0 ? b[i] : inputs.get(2).values()[i];
            }
        }
        return y;
    }

    private static double[] random(RandomNumbers op, int step, int size) {
        float[] drawn = new float[size];
        op.fill(step, 0, drawn, size);
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            y[i] = drawn[i];
        }
        return y;
    }
}
