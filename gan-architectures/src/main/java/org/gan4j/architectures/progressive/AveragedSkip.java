package org.gan4j.architectures.progressive;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Interpolation;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A block that halves images, and a skip connection around it: (f(x) + W x↓) / √2, where x↓ is halved with the filter
 * [1,3,3,1] and W maps channels (StyleGAN2, <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020</a>, figure 7).
 */
final class AveragedSkip implements Layer {
    private final Variable weight;
    private final double scale;
    private final Layer block;

    AveragedSkip(VariableScope scope, int in, int out, Layer block) {
        this.weight = scope.weight("weight", 0, 1, out, in, 1, 1);
        this.scale = 1 / Math.sqrt(in);
        this.block = block;
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor skip = Interpolation.halved(x).conv2d(parameters.get(weight).mul(scale), 1, 0);
        return block.apply(parameters, pass, x).add(skip).div(Math.sqrt(2));
    }

    @Override
    public List<Variable> parameters() {
        List<Variable> all = new ArrayList<>(block.parameters());
        all.add(weight);
        return all;
    }
}
