package org.gan4j.tensor.op;

import java.util.List;
import java.util.stream.LongStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * Slices added into zeros at the positions that the INT second input names. This is the transpose of {@link Gather}.
 */
public record ScatterAdd(int axis, int length) implements StructuralOp {
    @Override
    public String label() {
        return "scatterAdd(" + axis + ")";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Gather.requireIndices(label(), inputs.get(1));
        Shape values = inputs.get(0).shape();
        Shape indices = inputs.get(1).shape();
        long[] dims = values.dims();
        for (int i = 0; i < indices.rank(); i++) {
            if (axis + i >= dims.length || dims[axis + i] != indices.dim(i)) {
                throw new ShapeException(
                        "values " + values + " and indices " + indices + " do not match from axis " + axis + " on");
            }
        }
        return Shape.of(LongStream.concat(
                        LongStream.concat(LongStream.of(dims).limit(axis), LongStream.of(length)),
                        LongStream.of(dims).skip(axis + (long) indices.rank()))
                .toArray());
    }

    @Override
    public boolean differentiable(int input) {
        return input == 0;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        return Tensor.of(new Gather(axis), dy, inputs.get(1));
    }
}
