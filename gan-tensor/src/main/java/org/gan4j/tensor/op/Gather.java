package org.gan4j.tensor.op;

import java.util.List;
import java.util.stream.LongStream;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Slices of the first input along an axis, selected by the INT second input, whose shape replaces that axis. */
public record Gather(int axis) implements StructuralOp {
    @Override
    public String label() {
        return "gather(" + axis + ")";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        requireIndices(label(), inputs.get(1));
        return replaced(inputs.get(0).shape(), axis, inputs.get(1).shape());
    }

    @Override
    public boolean differentiable(int input) {
        return input == 0;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        return Tensor.of(new ScatterAdd(axis, inputs.get(0).shape().dim(axis)), dy, inputs.get(1));
    }

    static void requireIndices(String label, Tensor indices) {
        if (indices.dtype() != DType.INT) {
            throw new ShapeException(label + " needs INT indices; these are " + indices.dtype());
        }
    }

    private static Shape replaced(Shape shape, int axis, Shape by) {
        long[] dims = shape.dims();
        return Shape.of(LongStream.concat(
                        LongStream.concat(LongStream.of(dims).limit(axis), LongStream.of(by.dims())),
                        LongStream.of(dims).skip(axis + 1L))
                .toArray());
    }
}
