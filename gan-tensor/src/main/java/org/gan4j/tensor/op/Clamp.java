package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** x limited to the range between two bounds. The derivative is 1 on the bounds, as in PyTorch. */
public record Clamp(double low, double high) implements UnaryOp {
    /**
     * Validates the bounds.
     *
     * @throws ShapeException if the lower bound exceeds the upper one, or if one is NaN
     */
    public Clamp {
        if (!(low <= high)) {
            throw new ShapeException(
                    "clamp needs a lower bound that does not exceed the upper one; these are " + low + " and " + high);
        }
    }

    @Override
    public String label() {
        return "clamp(" + low + ", " + high + ")";
    }

    @Override
    public double apply(double x) {
        return Math.min(Math.max(x, low), high);
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        return RealNumbers.required(this, inputs);
    }

    @Override
    public Tensor gradient(Tensor x, Tensor y, Tensor dy) {
        return dy.mul(x.greaterOrEqual(low).and(x.lessOrEqual(high)).cast(x.dtype()));
    }
}
