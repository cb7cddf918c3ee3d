package org.gan4j.tensor.op;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** Arithmetic on two tensors: each op with its definition and its gradients with respect to both operands. */
public enum Binary implements BinaryOp {
    ADD(Double::sum, (a, b, y, dy) -> dy, (a, b, y, dy) -> dy),
    SUB((a, b) -> a - b, (a, b, y, dy) -> dy, (a, b, y, dy) -> dy.neg()),
    MUL((a, b) -> a * b, (a, b, y, dy) -> dy.mul(b), (a, b, y, dy) -> dy.mul(a)),
    DIV((a, b) -> a / b, (a, b, y, dy) -> dy.div(b), (a, b, y, dy) -> dy.mul(y)
            .div(b)
            .neg()),
    MAXIMUM(Math::max, (a, b, y, dy) -> dy.mul(share(a, b)), (a, b, y, dy) -> dy.mul(share(b, a))),
    MINIMUM(Math::min, (a, b, y, dy) -> dy.mul(share(b, a)), (a, b, y, dy) -> dy.mul(share(a, b)));

    private interface Rule {
        Tensor gradient(Tensor a, Tensor b, Tensor y, Tensor dy);
    }

    private final DoubleBinaryOperator function;
    private final Rule byLeft;
    private final Rule byRight;

    Binary(DoubleBinaryOperator function, Rule byLeft, Rule byRight) {
        this.function = function;
        this.byLeft = byLeft;
        this.byRight = byRight;
    }

    public double apply(double a, double b) {
        return function.applyAsDouble(a, b);
    }

    /** 1 where a is greater, 1/2 on ties, as in PyTorch. */
    private static Tensor share(Tensor a, Tensor b) {
        DType dtype = a.dtype();
        return a.greater(b).cast(dtype).add(a.greaterOrEqual(b).cast(dtype)).mul(0.5);
    }

    @Override
    public Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        return (input == 0 ? byLeft : byRight).gradient(inputs.get(0), inputs.get(1), y, dy);
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        DType dtype = inputs.get(0).dtype();
        if (dtype == DType.BOOL) {
            throw new ShapeException(label() + " needs numbers; this tensor is BOOL: cast it");
        }
        return dtype;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
