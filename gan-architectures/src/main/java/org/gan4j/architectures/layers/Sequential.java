package org.gan4j.architectures.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.Outputs;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Scope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** Layers one after the other, as a network. */
public final class Sequential implements Network {
    private final String name;
    private final List<Layer> layers;

    private Sequential(String name, List<Layer> layers) {
        this.name = name;
        this.layers = List.copyOf(layers);
    }

    /** Starts a network whose variables go into this scope. */
    public static Builder in(Scope scope) {
        return new Builder(scope);
    }

    @Override
    public String name() {
        return name;
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
    public Outputs apply(Parameters parameters, Pass pass, Inputs inputs) {
        Tensor x = inputs.value();
        for (Layer layer : layers) {
            x = layer.apply(parameters, pass, x);
        }
        return Outputs.of(x);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %d layers, %,d parameters", name, layers.size(), parameterCount());
    }

    /** Collects layers. */
    public static final class Builder {
        private final Scope scope;
        private final List<Layer> layers = new ArrayList<>();

        private Builder(Scope scope) {
            this.scope = scope;
        }

        /** The scope for the variables of a layer of this name. */
        public Scope scope(String layer) {
            return scope.child(layer);
        }

        public Builder add(Layer layer) {
            layers.add(layer);
            return this;
        }

        public Network build() {
            return new Sequential(scope.path(), layers);
        }
    }
}
