package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/**
 * Conversion to another element type. To INT it truncates; to BOOL it tests for "not zero". Differentiable between
 * floating-point types.
 */
public record Cast(DType from, DType to) implements UnaryOp {
    @Override
    public String label() {
        return "cast to " + to;
    }

    @Override
    public double apply(double x) {
        switch (to) {
            case FLOAT:
                return (float) x;
            case INT:
                return (int) x;
            case BOOL:
                return x == 0 ? 0 : 1;
            default:
                return x;
        }
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        return to;
    }

    @Override
    public boolean differentiable(int input) {
        return from.isFloating() && to.isFloating();
    }

    @Override
    public Tensor gradient(Tensor x, Tensor y, Tensor dy) {
        return dy.cast(from);
    }
}
