package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.Tensor;

/** Where expressions begin: nothing flows into a leaf, and no gradient beyond it. */
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
