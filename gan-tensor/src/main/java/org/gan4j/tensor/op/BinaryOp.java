package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Several numbers in, one out, element by element; all inputs have one shape. */
public sealed interface BinaryOp extends Op permits Binary, Compare, Logic, Where {
    @Override
    default Shape shape(List<Tensor> inputs) {
        return inputs.get(0).shape();
    }
}
