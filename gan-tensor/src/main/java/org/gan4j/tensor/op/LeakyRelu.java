package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** x where positive, else slope times x; slope 0 is ReLU. The derivative at 0 is the slope, as in PyTorch. */
public record LeakyRelu(double slope) implements UnaryOp {
    @Override
    public String label() {
        return slope == 0 ? "relu" : "leakyRelu(" + slope + ")";
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        return RealNumbers.required(this, inputs);
    }

    @Override
    public double apply(double x) {
        if (slope == 0) {
            return Math.max(x, 0); // not 0 · x, which is NaN at minus infinity
        }
        return x > 0 ? x : slope * x;
    }

    @Override
    public Tensor gradient(Tensor x, Tensor y, Tensor dy) {
        Tensor ofSameSign = slope >= 0 ? y : x; // y is kept for the next layer anyway, so x need not be kept
        return dy.mul(Tensor.of(new LeakyStep(slope), ofSameSign));
    }
}
