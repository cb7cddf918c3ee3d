package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/**
 * The check for floating-point inputs, which most functions need; otherwise integers would be truncated and booleans
 * misread silently.
 */
final class RealNumbers {
    private RealNumbers() {}

    /** Returns the element type of the inputs, which must be floating-point. */
    static DType required(Op op, List<Tensor> inputs) {
        for (Tensor input : inputs) {
            if (!input.dtype().isFloating()) {
                throw new ShapeException(
                        op.label() + " needs floating-point numbers; this tensor is " + input.dtype() + ": cast it");
            }
        }
        return inputs.get(0).dtype();
    }
}
