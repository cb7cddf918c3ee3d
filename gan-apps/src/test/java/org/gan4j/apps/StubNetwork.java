package org.gan4j.apps;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A network that applies a given function to its input. */
public record StubNetwork(String name, List<Variable> parameters, Body body) implements Network {
    public interface Body {
        Outputs of(Parameters parameters, Tensor x);
    }

    @Override
    public List<Variable> state() {
        return List.of();
    }

    @Override
    public boolean mixesSamples() {
        return false;
    }

    @Override
    public Outputs apply(Parameters given, ForwardPass pass, Inputs inputs) {
        return body.of(given, inputs.value());
    }
}
