package org.gan4j.apps.bigan;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Traversal;
import org.gan4j.tensor.Variable;

/**
 * The encoder: the layers of a critic up to its features, and a linear layer from these to numbers, [N, outputs].
 *
 * @param trunk a critic with the head {@code features}, whose score is left out
 * @param used the variables of the trunk that the features depend on
 */
record EncoderNetwork(Network trunk, Set<Variable> used, Linear output) implements Network {
    static EncoderNetwork of(Network trunk, Shape sample, VariableScope scope, int outputs) {
        int features = CriticClassifier.features(trunk, sample).size();
        Inputs one = Inputs.of(Tensor.zeros(sample.batch(1).dims()));
        Tensor traced = trunk.apply(Parameters.variables(), ForwardPass.inference(), one)
                .head(Outputs.FEATURES);
        return new EncoderNetwork(
                trunk,
                Set.copyOf(Traversal.variables(traced)),
                new Linear(scope.child("output"), features, outputs, 1 / Math.sqrt(features)));
    }

    @Override
    public String name() {
        return trunk.name();
    }

    @Override
    public List<Variable> parameters() {
        return Stream.concat(trunk.parameters().stream().filter(used::contains), output.parameters().stream())
                .toList();
    }

    @Override
    public List<Variable> state() {
        return trunk.state().stream().filter(used::contains).toList();
    }

    @Override
    public boolean mixesSamples() {
        return trunk.mixesSamples();
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Tensor features = trunk.apply(parameters, pass, inputs).head(Outputs.FEATURES);
        return Outputs.of(output.apply(
                        parameters, pass, features.reshape(features.shape().dim(0), -1)))
                .with(Outputs.FEATURES, features);
    }
}
