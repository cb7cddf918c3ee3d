package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Elementwise op with one input. */
public sealed interface UnaryOp extends Op permits Unary, Power, LeakyRelu, LeakyStep, Clamp, Not, Cast, Identity {

    /** Applies the op to one element, in double precision. */
    double apply(double x);

    /** Builds the gradient: {@code dy} times the derivative at {@code x}, which may be expressed with {@code y}. */
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
