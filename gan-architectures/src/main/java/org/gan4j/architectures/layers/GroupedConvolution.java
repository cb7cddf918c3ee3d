package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Convolutions;
import org.gan4j.tensor.functions.Windows;

/**
 * A convolution of images [N,C,H,W] in groups of channels, each with its own kernels (<a
 * href="https://arxiv.org/abs/1611.05431">Xie et al. 2017</a>), that keeps height, width and channels, with a bias per
 * channel.
 */
public final class GroupedConvolution implements Layer {
    private final Variable weight;
    private final Variable bias;
    private final int groups;
    private final int padding;

    /**
     * Creates the layer.
     *
     * @param channels the channels of the images, a multiple of the groups
     * @param groups the number of groups, the "cardinality"
     * @param kernel the height and width of the kernels, an odd number
     * @param deviation standard deviation of the initial weights, which are normal
     */
    public GroupedConvolution(VariableScope scope, int channels, int groups, int kernel, double deviation) {
        this.weight = scope.weight("weight", 0, deviation, channels, channels / groups, kernel, kernel);
        this.bias = scope.filled("bias", 0, channels);
        this.groups = groups;
        this.padding = kernel / 2;
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Windows windows = Windows.over(2).padding(padding);
        return Convolutions.conv(x, parameters.get(weight), windows, groups)
                .add(parameters.get(bias).reshape(-1, 1, 1));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(weight, bias);
    }

    @Override
    public String kind() {
        return "convolution " + weight.shape().dim(2) + "×" + weight.shape().dim(3) + " in " + groups + " groups";
    }
}
