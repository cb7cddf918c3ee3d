package org.gan4j.tensor.op;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/** Numbers known when the expression is built. */
public record Constant(TensorData data) implements Leaf {
    @Override
    public String label() {
        return "constant";
    }

    @Override
    public Shape shape(List<Tensor> inputs) {
        return data.shape();
    }

    @Override
    public DType dtype(List<Tensor> inputs) {
        return data.dtype();
    }
}
