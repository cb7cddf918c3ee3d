package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** Elementwise op with several inputs of one shape. */
public sealed interface BinaryOp extends Op permits Binary, Compare, Logic, Where {
    @Override
    default Shape shape(List<Tensor> inputs) {
        return inputs.get(0).shape();
    }
}
