package org.gan4j.architectures.r3gan;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A weighted sum over the places of each channel, from [N,C,H,W] to [N,C]: a depthwise convolution whose kernels are as
 * large as the images.
 */
final class DiscriminativeBasis implements Layer {
    private final Variable weight;

    DiscriminativeBasis(VariableScope scope, int channels, R3GanStages smallest) {
        int height = smallest.height();
        int width = smallest.width();
        this.weight = scope.weight("weight", 0, Initialization.byFanIn(height * width, 1), channels, 1, height, width);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor kernels = parameters
                .get(weight)
                .reshape(
                        weight.shape().dim(0),
                        weight.shape().dim(2),
                        weight.shape().dim(3));
        return x.mul(kernels).sum(2, 3);
    }

    @Override
    public List<Variable> parameters() {
        return List.of(weight);
    }

    @Override
    public String kind() {
        return "discriminative basis";
    }
}
