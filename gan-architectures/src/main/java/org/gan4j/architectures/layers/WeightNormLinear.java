package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A linear layer, x W + b from [N, in] to [N, out], whose weights per unit are stored as a direction and a length (<a
 * href="https://arxiv.org/abs/1602.07868">Salimans and Kingma 2016</a>):
 *
 * <pre>
 * w = g v / ‖v‖
 * </pre>
 *
 * The longer v has grown, the less an update turns it, so too large learning rates correct themselves. Each g starts as
 * the length of its v, so w starts as v.
 */
public final class WeightNormLinear implements Layer {
    private final Variable direction;
    private final Variable length;
    private final Variable bias;

    /**
     * Creates the layer's variables.
     *
     * @param deviation standard deviation of the initial weights, which are normal
     */
    public WeightNormLinear(VariableScope scope, int in, int out, double deviation) {
        this.direction = scope.weight("direction", 1, deviation, in, out);
        this.length = scope.variable("length", direction.initial().norm(0));
        this.bias = scope.filled("bias", 0, out);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor v = parameters.get(direction);
        // scaling the columns of the product instead of W costs less, since the product is smaller
        Tensor factor = parameters.get(length).div(v.norm(0));
        return x.matmul(v).mul(factor).add(parameters.get(bias));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(direction, length, bias);
    }

    @Override
    public String kind() {
        return "linear";
    }
}
