package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Norms;

/**
 * Instance normalization (<a href="https://arxiv.org/abs/1607.08022">Ulyanov et al. 2016</a>) of images [N,C,H,W]:
 * each channel of each sample is normalized over its pixels, with a factor and a shift per channel. It does not mix
 * samples.
 */
public final class InstanceNorm implements Layer {
    private static final double EPSILON = 1e-5;

    private final Variable gamma;
    private final Variable beta;

    /**
     * Creates the layer's variables.
     *
     * @param deviation standard deviation of gamma's initial values around 1; 0.02 in DCGAN, usually 0
     */
    public InstanceNorm(VariableScope scope, int channels, double deviation) {
        this.gamma = scope.normal("gamma", 1, deviation, channels, 1, 1);
        this.beta = scope.filled("beta", 0, channels, 1, 1);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return Norms.instance(x, EPSILON).mul(parameters.get(gamma)).add(parameters.get(beta));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(gamma, beta);
    }
}
