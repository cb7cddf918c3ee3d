package org.gan4j.apps.texttoimage;

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
 * The generator's projection of a text's vector e, lrelu(e W + b), [N,S] to [N,P], with slope 0.2. The values of W are
 * drawn from a standard normal distribution: as vectors have length 1, projections begin at the scale of the latents that
 * they are appended to.
 */
record TextProjection(String name, Variable weight, Variable bias) implements Network {
    static final double SLOPE = 0.2;

    /** Returns a projection with new variables. */
    static TextProjection in(VariableScope scope, int size, int projection) {
        return new TextProjection(
                scope.path(), scope.weight("weight", 1, 1, size, projection), scope.filled("bias", 0, projection));
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
        Tensor linear = inputs.value().matmul(parameters.get(weight)).add(parameters.get(bias));
        return Outputs.of(linear.leakyRelu(SLOPE));
    }
}
