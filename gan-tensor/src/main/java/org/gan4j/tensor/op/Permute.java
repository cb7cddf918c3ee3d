package org.gan4j.tensor.op;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** The axes in another order: axis i of the result is axis {@code order[i]} of the input. */
public record Permute(List<Integer> order) implements StructuralOp {
    @Override
    public String label() {
        return "permute" + order;
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape from = inputs.get(0).shape();
        boolean each =
                order.size() == from.rank() && IntStream.range(0, order.size()).allMatch(order::contains);
        if (!each) {
            throw new ShapeException("permute" + order + " must name each axis of " + from + " once");
        }
        return Shape.of(order.stream().mapToLong(from::dim).toArray());
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        return dy.permute(IntStream.range(0, order.size()).map(order::indexOf).toArray());
    }
}
