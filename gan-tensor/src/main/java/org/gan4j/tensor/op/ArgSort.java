package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * The indices that sort the elements along an axis, as INT. Equal elements keep their order, and NaN counts as the
 * largest.
 */
public record ArgSort(int axis, boolean descending) implements StructuralOp {
    @Override
    public String label() {
        return "argSort(" + axis + (descending ? ", descending)" : ")");
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        inputs.get(0).shape().axis(axis);
        return inputs.get(0).shape();
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        if (inputs.get(0).dtype() == DType.BOOL) {
            throw new ShapeException(label() + " needs numbers; this tensor is BOOL: cast it");
        }
        return DType.INT;
    }

    @Override
    public boolean differentiable(int input) {
        return false;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        throw new UnsupportedOperationException("indices have no derivative");
    }
}
