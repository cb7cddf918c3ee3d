package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * x W + b, from [N, in] to [N, out], where the weights of each unit are a direction and a length of their own (<a
 * href="https://arxiv.org/abs/1602.07868">Salimans and Kingma 2016</a>):
 *
 * <pre>
 * w = g v / ‖v‖
 * </pre>
 *
 * An update turns v the less the longer it has grown, so large learning rates settle by themselves. The g start as the
 * lengths of the v, so that w starts as v.
 */
public final class WeightNormLinear implements Layer {
    private final Variable direction;
    private final Variable length;
    private final Variable bias;

    /** @param deviation of the normal numbers that the weights start with */
    public WeightNormLinear(VariableScope scope, int in, int out, double deviation) {
        this.direction = scope.normal("direction", 0, deviation, in, out);
        this.length = scope.variable("length", direction.initial().norm(0));
        this.bias = scope.filled("bias", 0, out);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor v = parameters.get(direction);
        // the factor of a whole column is taken out of the product, which is smaller than W
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
