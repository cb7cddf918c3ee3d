package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Tensor;

/** The start of an expression: a leaf has no inputs, and no gradient flows beyond it. */
public sealed interface Leaf extends Op permits Constant, InputLeaf, VariableLeaf {
    @Override
    default boolean differentiable(int input) {
        return false;
    }

    @Override
    default Tensor gradient(int input, List<Tensor> inputs, Tensor y, Tensor dy) {
        throw new UnsupportedOperationException(label() + " has no inputs");
    }
}
