package org.gan4j.architectures.layers;

import java.util.function.UnaryOperator;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;

/** A layer without variables. */
record FunctionLayer(String kind, UnaryOperator<Tensor> function) implements Layer {
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return function.apply(x);
    }
}
