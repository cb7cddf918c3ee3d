package org.gan4j.apps.labels;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A linear layer that maps a critic's features φ to one logit per class, [N,K]: φ W + b. The features of each sample
 * are flattened to a row of F numbers. W is drawn from a normal distribution with standard deviation 1/√F; b is 0.
 */
public record ClassLogits(String name, Variable weight, Variable bias) implements Network {
    /** Returns a layer with new variables. */
    public static ClassLogits in(VariableScope scope, int features, int classes) {
        return new ClassLogits(
                scope.path(),
                scope.weight("weight", 1, 1 / Math.sqrt(features), features, classes),
                scope.filled("bias", 0, classes));
    }

    /** Returns the mean of -log P(class = label), for labels [N]. */
    public static Tensor crossEntropy(Tensor logits, Tensor labels) {
        Tensor chosen = Tensor.oneHot(labels, logits.shape().dim(1));
        return logits.logSoftmax(1).mul(chosen).sum(1).mean().neg();
    }

    @Override
    public List<Variable> parameters() {
        return List.of(weight, bias);
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
        return Outputs.of(features.matmul(parameters.get(weight)).add(parameters.get(bias)));
    }
}
