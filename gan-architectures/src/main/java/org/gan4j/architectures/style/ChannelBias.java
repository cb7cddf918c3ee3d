package org.gan4j.architectures.style;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** One bias per channel, for the learned constant, which no convolution precedes. */
final class ChannelBias implements Layer {
    private final Variable bias;

    ChannelBias(VariableScope scope, int channels) {
        this.bias = scope.filled("bias", 0, channels);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return x.add(parameters.get(bias).reshape(-1, 1, 1));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(bias);
    }
}
