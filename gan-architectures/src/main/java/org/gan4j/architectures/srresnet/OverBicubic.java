package org.gan4j.architectures.srresnet;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Resampling;

/**
 * A network whose output is added to the bicubic enlargement of its input.
 *
 * @param difference the network that enlarges, too, but makes the difference
 */
record OverBicubic(Network difference) implements Network {
    @Override
    public String name() {
        return difference.name();
    }

    @Override
    public List<Variable> parameters() {
        return difference.parameters();
    }

    @Override
    public List<Variable> state() {
        return difference.state();
    }

    @Override
    public boolean mixesSamples() {
        return difference.mixesSamples();
    }

    @Override
    public boolean allowsInputGradients() {
        return difference.allowsInputGradients();
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Outputs made = difference.apply(parameters, pass, inputs);
        Tensor large = made.value();
        Tensor base = Resampling.bicubic(
                inputs.value(), large.shape().dim(2), large.shape().dim(3));
        return new Outputs(base.add(large), made.heads());
    }

    @Override
    public NetworkSummary summary() {
        return NetworkSummary.of(this, difference.summary().parts());
    }

    /** Returns the layers and parameters of the network. */
    @Override
    public String toString() {
        return difference + ", added to the bicubic enlargement";
    }
}
