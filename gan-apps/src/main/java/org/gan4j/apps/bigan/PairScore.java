package org.gan4j.apps.bigan;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The score of how well a sample and latents agree, [N], from the critic's features φ of the sample and the latents z:
 * with f(a) = leaky ReLU of a linear layer of {@code width} numbers, a linear layer of f(φ, f(z)). The hidden numbers are
 * the features of the pair.
 */
record PairScore(String name, Linear ofLatents, Linear ofBoth, Linear score) implements Network {
    static final String LATENTS = "latents";

    private static final double SLOPE = 0.2;

    static PairScore in(VariableScope scope, int features, int latents, int width) {
        return new PairScore(
                scope.path(),
                layer(scope, "latents", latents, width),
                layer(scope, "both", features + width, width),
                layer(scope, "score", width, 1));
    }

    private static Linear layer(VariableScope scope, String name, int in, int out) {
        return new Linear(scope.child(name), in, out, 1 / Math.sqrt(in));
    }

    @Override
    public List<Variable> parameters() {
        return Stream.of(ofLatents, ofBoth, score)
                .flatMap(layer -> layer.parameters().stream())
                .toList();
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
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Tensor features = inputs.value().reshape(inputs.value().shape().dim(0), -1);
        Tensor latents =
                ofLatents.apply(parameters, pass, inputs.condition(LATENTS)).leakyRelu(SLOPE);
        Tensor both = ofBoth.apply(parameters, pass, Tensor.concat(1, features, latents))
                .leakyRelu(SLOPE);
        return Outputs.of(score.apply(parameters, pass, both).reshape(-1)).with(Outputs.FEATURES, both);
    }
}
