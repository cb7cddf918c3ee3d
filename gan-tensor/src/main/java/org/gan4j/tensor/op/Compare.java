package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** Comparison of two tensors, with a BOOL result. Any comparison with NaN is false, except "not equal". */
public enum Compare implements BinaryOp {
    EQUAL("equal"),
    NOT_EQUAL("notEqual"),
    GREATER("greater"),
    GREATER_OR_EQUAL("greaterOrEqual");

    private final String label;

    Compare(String label) {
        this.label = label;
    }

    public boolean apply(double a, double b) {
        switch (this) {
            case EQUAL:
                return a == b;
            case NOT_EQUAL:
                return a != b;
            case GREATER:
                return a > b;
            default:
                return a >= b;
        }
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        return DType.BOOL;
    }

    @Override
    public boolean differentiable(int input) {
        return false;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        throw new UnsupportedOperationException("comparisons have no derivative");
    }

    @Override
    public String label() {
        return label;
    }
}
