package org.gan4j.tensor.op;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * The input with axes of length 1 and missing leading axes stretched. Its gradient is the one place where broadcasts
 * are summed.
 */
public record BroadcastTo(Shape to) implements StructuralOp {
    @Override
    public String label() {
        return "broadcastTo";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape from = inputs.get(0).shape();
        if (!from.stretchesTo(to)) {
            throw new ShapeException("cannot broadcast " + from + " to " + to);
        }
        return to;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        Shape from = inputs.get(0).shape();
        int leading = to.rank() - from.rank();
        int[] stretched = IntStream.range(0, to.rank())
                .filter(axis -> axis < leading || from.dim(axis - leading) != to.dim(axis))
                .toArray();
        return stretched.length == 0
                ? dy.reshape(from.dims())
                : dy.sumKeepDims(stretched).reshape(from.dims());
    }
}
