package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * The second input where the first is true, else the third. Elements that are not selected have no effect, even if they
 * are NaN.
 */
public record Where() implements BinaryOp {
    @Override
    public String label() {
        return "where";
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        if (inputs.get(0).dtype() != DType.BOOL) {
            throw new ShapeException(
                    "where needs a BOOL condition; this one is " + inputs.get(0).dtype());
        }
        return inputs.get(1).dtype();
    }

    @Override
    public boolean differentiable(int input) {
        return input > 0;
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        Tensor zero = dy.zerosLike();
        Tensor condition = inputs.get(0);
        return input == 1 ? condition.where(dy, zero) : condition.where(zero, dy);
    }
}
