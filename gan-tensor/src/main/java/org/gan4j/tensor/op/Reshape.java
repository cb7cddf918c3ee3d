package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** The same elements in the same order under another shape. */
public record Reshape(Shape to) implements StructuralOp {
    @Override
    public String label() {
        return "reshape";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape from = inputs.get(0).shape();
        if (from.size() != to.size()) {
            throw new ShapeException(
                    "cannot reshape " + from + " (" + from.size() + " elements) to " + to + " (" + to.size() + ")");
        }
        return to;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        return dy.reshape(inputs.get(0).shape().dims());
    }
}
