package org.gan4j.tensor.op;

import java.util.List;
import java.util.Locale;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Sum or extreme over some axes, which are kept with length 1. Tied extremes share the gradient evenly. */
public record Reduce(Kind kind, List<Integer> axes) implements StructuralOp {
    /** The operation applied to the elements along the axes. */
    public enum Kind {
        SUM,
        MAX,
        MIN
    }

    public int[] axesArray() {
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public String label() {
        return kind.name().toLowerCase(Locale.ROOT) + axes;
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        Shape shape = inputs.get(0).shape();
        if (kind != Kind.SUM && axes.stream().anyMatch(axis -> shape.dim(axis) == 0)) {
            throw new ShapeException(label() + " of " + shape + ": an empty axis has no extreme");
        }
        return shape.collapsed(axesArray());
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        if (inputs.get(0).dtype() == DType.BOOL) {
            throw new ShapeException(label() + " needs numbers; this tensor is BOOL: cast it");
        }
        return inputs.get(0).dtype();
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        Tensor x = inputs.get(0);
        if (kind == Kind.SUM) {
            return dy.broadcastTo(x.shape());
        }
        Tensor chosen = x.equal(y).cast(x.dtype());
        return chosen.mul(dy.div(chosen.sumKeepDims(axesArray())));
    }
}
