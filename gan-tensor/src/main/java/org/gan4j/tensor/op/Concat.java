package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Tensors one after the other along an axis. */
public record Concat(int axis) implements StructuralOp {
    @Override
    public String label() {
        return "concat(" + axis + ")";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape first = inputs.get(0).shape();
        int total = 0;
        for (Tensor input : inputs) {
            if (input.shape().rank() != first.rank()
                    || !input.shape().with(axis, 0).equals(first.with(axis, 0))) {
                throw new ShapeException("cannot concat " + first + " and " + input.shape() + " along axis " + axis);
            }
            total += input.shape().dim(axis);
        }
        return first.with(axis, total);
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        DType first = inputs.get(0).dtype();
        for (Tensor input : inputs) {
            if (input.dtype() != first) {
                throw new ShapeException("cannot concat " + first + " and " + input.dtype() + ": cast one");
            }
        }
        return first;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        int begin = 0;
        for (Tensor before : inputs.subList(0, input)) {
            begin += before.shape().dim(axis);
        }
        return dy.slice(axis, begin, begin + inputs.get(input).shape().dim(axis));
    }
}
