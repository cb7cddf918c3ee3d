package org.gan4j.tensor.op;

import org.gan4j.tensor.Tensor;

/** x held between two bounds. The derivative is 1 on the bounds, as in PyTorch. */
public record Clamp(double low, double high) implements UnaryOp {
    @Override
    public String label() {
        return "clamp(" + low + ", " + high + ")";
    }

    @Override
    public double apply(double x) {
        return Math.min(Math.max(x, low), high);
    }

    @Override
    public Tensor gradient(Tensor x, Tensor y, Tensor dy) {
        return dy.mul(x.greaterOrEqual(low).and(x.lessOrEqual(high)).cast(x.dtype()));
    }
}
