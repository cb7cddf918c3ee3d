package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** The value of a variable. */
public record VariableLeaf(Variable variable) implements Leaf {
    @Override
    public String label() {
        return "variable " + variable.name();
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        return variable.shape();
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        return variable.dtype();
    }
}
