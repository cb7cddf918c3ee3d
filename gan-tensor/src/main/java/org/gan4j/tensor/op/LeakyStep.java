package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/**
 * The derivative of {@link LeakyRelu}: 1 where x is positive, else the slope, NaN at NaN. Its own derivative is zero.
 */
public record LeakyStep(double slope) implements UnaryOp {
    @Override
    public String label() {
        return "leakyStep(" + slope + ")";
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        return RealNumbers.required(this, inputs);
    }

    @Override
    public double apply(double x) {
        return Double.isNaN(x) ? x : x > 0 ? 1 : slope;
    }

    @Override
    public boolean differentiable(int input) {
        return false;
    }

    @Override
    public Tensor gradient(Tensor x, Tensor y, Tensor dy) {
        throw new UnsupportedOperationException(label() + " is piecewise constant");
    }
}
