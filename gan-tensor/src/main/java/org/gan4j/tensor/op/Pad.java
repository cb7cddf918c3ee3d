package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Zeros around the elements, and {@code gap} zeros between neighbors. This is the transpose of {@link Slice}. */
public record Pad(List<Integer> before, List<Integer> gap, Shape to) implements StructuralOp {
    @Override
    public String label() {
        return "pad";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape from = inputs.get(0).shape();
        if (before.size() != from.rank() || gap.size() != from.rank() || to.rank() != from.rank()) {
            throw new ShapeException("padding must be given for each axis of " + from);
        }
        for (int axis = 0; axis < from.rank(); axis++) {
            int last = before.get(axis) + (from.dim(axis) - 1) * (gap.get(axis) + 1);
            if (before.get(axis) < 0 || (from.dim(axis) > 0 && last >= to.dim(axis))) {
                throw new ShapeException("padding " + from + " by " + before + " does not fit into " + to);
            }
        }
        return to;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        List<Integer> step = gap.stream().map(g -> g + 1).toList();
        return Tensor.of(new Slice(before, step, inputs.get(0).shape()), dy);
    }
}
