package org.gan4j.apps.progressive;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.architectures.progressive.Fading;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The critic of the size of the data, with the variables of all sizes.
 *
 * @param networks the critic of each size, the smallest first; all but the first read the condition {@code fade}
 */
record GrownCritic(List<Network> networks) implements Network {
    private SizedNetworks sized() {
        return new SizedNetworks(networks);
    }

    private Network whole() {
        return sized().whole();
    }

    @Override
    public String name() {
        return whole().name();
    }

    @Override
    public List<Variable> parameters() {
        return sized().parameters();
    }

    @Override
    public List<Variable> state() {
        return sized().state();
    }

    @Override
    public boolean mixesSamples() {
        return whole().mixesSamples();
    }

    @Override
    public boolean allowsInputGradients() {
        return whole().allowsInputGradients();
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Tensor faded = Tensor.ones(inputs.value().shape().dim(0));
        return whole().apply(parameters, pass, networks.size() == 1 ? inputs : inputs.with(Fading.FADE, faded));
    }

    @Override
    public NetworkSummary summary() {
        return NetworkSummary.of(this, whole().summary().parts());
    }
}
