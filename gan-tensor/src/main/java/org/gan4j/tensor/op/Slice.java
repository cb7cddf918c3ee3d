package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** A regular part: along each axis, {@code length} elements starting at {@code begin}, {@code step} apart. */
public record Slice(List<Integer> begin, List<Integer> step, Shape length) implements StructuralOp {
    @Override
    public String label() {
        return "slice";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape from = inputs.get(0).shape();
        if (begin.size() != from.rank() || step.size() != from.rank() || length.rank() != from.rank()) {
            throw new ShapeException("a slice needs a begin, a step and a length for each axis of " + from);
        }
        for (int axis = 0; axis < from.rank(); axis++) {
            int last = begin.get(axis) + (length.dim(axis) - 1) * step.get(axis);
            if (begin.get(axis) < 0 || step.get(axis) < 1 || (length.dim(axis) > 0 && last >= from.dim(axis))) {
                throw new ShapeException("slice from " + begin + " of length " + length + ", step " + step
                        + ", exceeds " + from + " at axis " + axis);
            }
        }
        return length;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        List<Integer> gaps = step.stream().map(s -> s - 1).toList();
        return Tensor.of(new Pad(begin, gaps, inputs.get(0).shape()), dy);
    }
}
