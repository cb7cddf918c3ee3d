package org.gan4j.apps;

import java.util.List;
import org.gan4j.api.Field;
import org.gan4j.api.Inputs;
import org.gan4j.api.Network;
import org.gan4j.api.Outputs;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Scope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * How well features [N,F] agree with their class: ⟨e_y, φ⟩, [N], with the condition {@code label} for y. The e_y start
 * normal, with deviation 1/√F.
 */
record ClassProjection(String name, Variable embedding) implements Network {
    static ClassProjection in(Scope scope, int features, int classes) {
        return new ClassProjection(
                scope.path(), scope.normal("embedding", 0, 1 / Math.sqrt(features), classes, features));
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
    public Outputs apply(Parameters parameters, Pass pass, Inputs inputs) {
        Tensor ofClass = parameters.get(embedding).gather(0, inputs.condition(Field.LABEL));
        return Outputs.of(ofClass.mul(inputs.value()).sum(1));
    }
}
