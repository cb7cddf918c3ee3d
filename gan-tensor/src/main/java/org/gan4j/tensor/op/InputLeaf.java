package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/** A value that is fed at each run, identified by its name. */
public record InputLeaf(String name, DType type, Shape fed) implements Leaf {
    @Override
    public String label() {
        return "input " + name;
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        return fed;
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        return type;
    }
}
