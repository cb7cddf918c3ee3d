package org.gan4j.tensor;

import org.gan4j.tensor.op.Constant;

/** Which element type two operands meet in. */
final class Promotion {
    private Promotion() {}

    static DType common(Tensor a, Tensor b) {
        if (a.dtype() == b.dtype()) {
            return a.dtype();
        }
        if (a.dtype() == DType.BOOL || b.dtype() == DType.BOOL) {
            throw new ShapeException("a BOOL tensor and a " + (a.dtype() == DType.BOOL ? b : a).dtype()
                    + " tensor do not mix: cast the BOOL one");
        }
        if (yields(a, b)) {
            return b.dtype();
        }
        if (yields(b, a)) {
            return a.dtype();
        }
        // INT, FLOAT, DOUBLE
        return rank(a.dtype()) > rank(b.dtype()) ? a.dtype() : b.dtype();
    }

    /** A scalar constant takes the other's type, so that 0.5 does not turn a network into doubles. */
    private static boolean yields(Tensor scalar, Tensor other) {
        return scalar.op() instanceof Constant
                && scalar.shape().rank() == 0
                && other.dtype().isFloating();
    }

    private static int rank(DType dtype) {
        return dtype == DType.INT ? 0 : dtype == DType.FLOAT ? 1 : 2;
    }
}
