package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** x raised to a fixed exponent. */
public record Power(double exponent) implements UnaryOp {
    @Override
    public String label() {
        return "pow(" + exponent + ")";
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        return RealNumbers.required(this, inputs);
    }

    @Override
    public double apply(double x) {
        return Math.pow(x, exponent);
    }

    @Override
    public Tensor gradient(Tensor x, Tensor y, Tensor dy) {
        return dy.mul(x.pow(exponent - 1)).mul(exponent);
    }
}
