package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** The elements in reverse order along some axes. */
public record Flip(List<Integer> axes) implements StructuralOp {
    @Override
    public String label() {
        return "flip" + axes;
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        return inputs.get(0).shape();
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        return Tensor.of(this, dy);
    }
}
