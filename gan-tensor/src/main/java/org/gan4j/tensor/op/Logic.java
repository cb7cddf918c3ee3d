package org.gan4j.tensor.op;

import java.util.List;
import java.util.Locale;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Logical "and" and "or". */
public enum Logic implements BinaryOp {
    AND,
    OR;

    public boolean apply(boolean a, boolean b) {
        return this == AND ? a && b : a || b;
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        if (inputs.get(0).dtype() != DType.BOOL || inputs.get(1).dtype() != DType.BOOL) {
            throw new ShapeException(label() + " needs BOOL tensors; these are "
                    + inputs.get(0).dtype() + " and " + inputs.get(1).dtype());
        }
        return DType.BOOL;
    }

    @Override
    public boolean differentiable(int input) {
        return false;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        throw new UnsupportedOperationException("logic has no derivative");
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
