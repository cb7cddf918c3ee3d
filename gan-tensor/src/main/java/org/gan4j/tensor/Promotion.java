package org.gan4j.tensor;

import org.gan4j.tensor.op.Constant;

/** The common element type of two operands. */
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
        if (isScalarConstant(a) != isScalarConstant(b)) {
            Tensor constant = isScalarConstant(a) ? a : b;
            Tensor other = constant == a ? b : a;
            if (other.dtype().isFloating()) {
                return other.dtype();
            }
        }
        // INT, FLOAT, DOUBLE
        return rank(a.dtype()) > rank(b.dtype()) ? a.dtype() : b.dtype();
    }

    /** A scalar constant takes the type of the other operand, so that 0.5 does not turn a network into doubles. */
    private static boolean isScalarConstant(Tensor tensor) {
        return tensor.op() instanceof Constant && tensor.shape().rank() == 0;
    }

    private static int rank(DType dtype) {
        return dtype == DType.INT ? 0 : dtype == DType.FLOAT ? 1 : 2;
    }
}
