package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Logical "not". */
public record Not() implements UnaryOp {
    @Override
    public String label() {
        return "not";
    }

    @Override
    public double apply(double x) {
        return x == 0 ? 1 : 0;
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        if (inputs.get(0).dtype() != DType.BOOL) {
            throw new ShapeException(
                    "not needs a BOOL tensor; this one is " + inputs.get(0).dtype());
        }
        return DType.BOOL;
    }

    @Override
    public boolean differentiable(int input) {
        return false;
    }

    @Override
    public Tensor gradient(Tensor x, Tensor y, Tensor dy) {
        throw new UnsupportedOperationException("not has no derivative");
    }
}
