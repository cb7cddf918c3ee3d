package org.gan4j.architectures.layers;

import java.util.List;
import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A residual connection, x + f(x), where f keeps the shape. */
record Residual(Layer inner) implements Layer {
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return apply(parameters, pass, x, Map.of());
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Map<String, Tensor> conditions) {
        return x.add(inner.apply(parameters, pass, x, conditions));
    }

    @Override
    public List<Variable> parameters() {
        return inner.parameters();
    }

    @Override
    public List<Variable> state() {
        return inner.state();
    }

    @Override
    public boolean mixesSamples() {
        return inner.mixesSamples();
    }

    @Override
    public boolean allowsInputGradients() {
        return inner.allowsInputGradients();
    }

    @Override
    public String kind() {
        return inner.kind();
    }
}
