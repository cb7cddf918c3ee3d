package org.gan4j.dsl.run;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Variable;

/** A network whose input and output are scaled. */
record ScaledNetwork(Network of, double input, double output) implements Network {
    @Override
    public String name() {
        return of.name();
    }

    @Override
    public List<Variable> parameters() {
        return of.parameters();
    }

    @Override
    public List<Variable> state() {
        return of.state();
    }

    @Override
    public boolean mixesSamples() {
        return of.mixesSamples();
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Outputs outputs = of.apply(parameters, pass, Inputs.of(inputs.value().mul(input)));
        return Outputs.of(outputs.value().mul(output));
    }
}
