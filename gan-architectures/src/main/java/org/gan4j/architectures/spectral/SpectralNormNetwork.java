package org.gan4j.architectures.spectral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A network that is applied to its weights divided by their spectral norms. */
record SpectralNormNetwork(Network of, List<SpectralWeight> weights, int iterations) implements Network {
    static SpectralNormNetwork of(Network network, VariableScope scope, int iterations) {
        List<SpectralWeight> weights = network.parameters().stream()
                .filter(Variable::isWeight)
                .map(weight -> SpectralWeight.of(weight, scope))
                .toList();
        return new SpectralNormNetwork(network, weights, iterations);
    }

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
        List<Variable> all = new ArrayList<>(of.state());
        weights.forEach(weight -> all.addAll(List.of(weight.u(), weight.v())));
        return all;
    }

    @Override
    public boolean mixesSamples() {
        return of.mixesSamples();
    }

    @Override
    public boolean allowsInputGradients() {
        return of.allowsInputGradients();
    }

    /** Applies the network. All calls in an update see, and report, the same u and v. */
    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Map<Variable, Tensor> normalized = new HashMap<>();
        for (SpectralWeight weight : weights) {
            normalized.put(weight.weight(), weight.normalized(parameters, pass, iterations));
        }
        return of.apply(
                variable -> {
                    Tensor divided = normalized.get(variable);
                    return divided == null ? parameters.get(variable) : divided;
                },
                pass,
                inputs);
    }

    @Override
    public NetworkSummary summary() {
        return NetworkSummary.of(this, of.summary().parts());
    }

    /** Returns the layers and parameters of the network, and the number of normalized weights. */
    @Override
    public String toString() {
        return of + ", with spectral normalization of " + weights.size() + " weights";
    }
}
