package org.gan4j.architectures.style;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.NetworkSummary;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.architectures.progressive.Fading;
import org.gan4j.architectures.progressive.SizeSummary;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A mapping network, and a synthesis network that it controls. */
record StyleNetwork(String name, Mapping mapping, Synthesis synthesis, int layers) implements StyledNetwork {
    @Override
    public List<Variable> parameters() {
        return Stream.concat(mapping.parameters().stream(), synthesis.parameters().stream())
                .toList();
    }

    @Override
    public List<Variable> state() {
        return Stream.concat(Stream.of(mapping.mean()), synthesis.state()).toList();
    }

    @Override
    public boolean mixesSamples() {
        return false;
    }

    @Override
    public Tensor mapped(Parameters parameters, ForwardPass pass, Tensor latents) {
        return mapping.apply(parameters, pass, latents);
    }

    @Override
    public Tensor truncated(Parameters parameters, Tensor styles, Tensor psi) {
        return mapping.truncated(parameters, styles, psi);
    }

    @Override
    public Outputs synthesized(Parameters parameters, ForwardPass pass, Inputs styles) {
        Optional<Tensor> fade = Fading.of(styles);
        return Outputs.of(synthesis.of(parameters, pass, styles.value(), fade)).with(W, styles.value());
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Tensor styles = repeated(mapped(parameters, pass, inputs.value()));
        return synthesized(parameters, pass, new Inputs(styles, inputs.conditions()));
    }

    @Override
    public NetworkSummary summary() {
        return SizeSummary.of(this);
    }
}
