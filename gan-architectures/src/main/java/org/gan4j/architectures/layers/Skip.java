package org.gan4j.architectures.layers;

import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A skip connection: the input x, joined with f(x).
 *
 * @param inner f
 * @param join the function of x and f(x), such as their sum
 */
record Skip(Layer inner, BinaryOperator<Tensor> join) implements Layer {
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return apply(parameters, pass, x, Map.of());
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Map<String, Tensor> conditions) {
        return join.apply(x, inner.apply(parameters, pass, x, conditions));
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
