package org.gan4j.apps.labels;

import java.util.List;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The inner product of a sample's features and the embedding of its class, ⟨e_y, φ⟩, [N], which measures how well they
 * agree. The condition {@code label} is y. φ is the features [N,F], or the sum of features [N,F,P...] over their
 * positions. The e_y are drawn from a normal distribution with standard deviation 1/(P√F).
 */
public record ClassProjection(String name, Variable embedding) implements Network {
    /**
     * Returns a projection with new variables.
     *
     * @param one the features of one sample, [1,F] or [1,F,P...]
     */
    public static ClassProjection in(VariableScope scope, Shape one, int classes) {
        int features = one.dim(1);
        int positions = one.size() / features;
        double deviation = 1 / (positions * Math.sqrt(features));
        return new ClassProjection(scope.path(), scope.normal("embedding", 0, deviation, classes, features));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(embedding);
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
        Tensor ofClass = parameters.get(embedding).gather(0, inputs.condition(Field.LABEL));
        return Outputs.of(ofClass.mul(sumOverPositions(inputs.value())).sum(1));
    }

    private static Tensor sumOverPositions(Tensor features) {
        Shape shape = features.shape();
        return features.reshape(shape.dim(0), shape.dim(1), -1).sum(2);
    }
}
