package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A linear layer, x W + b or x W, from [N, in] to [N, out]. */
public final class Linear implements Layer {
    private final Variable weight;
    private final Variable bias;

    /**
     * Creates a layer with a bias.
     *
     * @param deviation standard deviation of the initial weights, which are normal; 0.02 in DCGAN
     */
    public Linear(VariableScope scope, int in, int out, double deviation) {
        this(scope, in, out, deviation, true);
    }

    /**
     * Creates a layer with or without a bias.
     *
     * @param deviation standard deviation of the initial weights, which are normal; 0.02 in DCGAN
     * @param biased whether to add b; false before a normalization, which would remove it again
     */
    public Linear(VariableScope scope, int in, int out, double deviation, boolean biased) {
        this.weight = scope.weight("weight", 1, deviation, in, out);
        this.bias = biased ? scope.filled("bias", 0, out) : null;
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor y = x.matmul(parameters.get(weight));
        return bias == null ? y : y.add(parameters.get(bias));
    }

    @Override
    public List<Variable> parameters() {
        return bias == null ? List.of(weight) : List.of(weight, bias);
    }
}
