package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** One number in, one number out, element by element. */
public sealed interface UnaryOp extends Op permits Unary, Power, LeakyRelu, LeakyStep, Clamp, Not, Cast, Identity {

    /** What it does to one element, in double precision. */
    double apply(double x);

    /** The gradient: {@code dy} times the derivative at {@code x}, which may be written with {@code y}. */
    Tensor gradient(Tensor x, Tensor y, Tensor dy);

    @Override
    default Shape shape(List<Tensor> inputs) {
        return inputs.get(0).shape();
    }

    @Override
    default Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        return gradient(inputs.get(0), y, dy);
    }
}
