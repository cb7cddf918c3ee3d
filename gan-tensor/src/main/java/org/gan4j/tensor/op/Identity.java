package org.gan4j.tensor.op;

import org.gan4j.tensor.Tensor;

/** The same numbers with a name for readers, or with the gradient stopped. */
public record Identity(String name, boolean stopsGradient) implements UnaryOp {
    @Override
    public String label() {
        return name;
    }

    @Override
    public double apply(double x) {
        return x;
    }

    @Override
    public boolean differentiable(int input) {
        return !stopsGradient;
    }

    @Override
    public Tensor gradient(Tensor x, Tensor y, Tensor dy) {
        return dy;
    }
}
