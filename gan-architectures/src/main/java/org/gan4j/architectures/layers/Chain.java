package org.gan4j.architectures.layers;

import java.util.List;
import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A sequence of layers as one layer. */
record Chain(String kind, List<Layer> layers) implements Layer {
    Chain {
        layers = List.copyOf(layers);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return apply(parameters, pass, x, Map.of());
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Map<String, Tensor> conditions) {
        Tensor y = x;
        for (Layer layer : layers) {
            y = layer.apply(parameters, pass, y, conditions);
        }
        return y;
    }

    @Override
    public List<Variable> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    @Override
    public List<Variable> state() {
        return layers.stream().flatMap(layer -> layer.state().stream()).toList();
    }

    @Override
    public boolean mixesSamples() {
        return layers.stream().anyMatch(Layer::mixesSamples);
    }

    @Override
    public boolean allowsInputGradients() {
        return layers.stream().allMatch(Layer::allowsInputGradients);
    }
}
