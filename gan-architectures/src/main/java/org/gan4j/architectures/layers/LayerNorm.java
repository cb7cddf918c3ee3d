package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Layer normalization (<a href="https://arxiv.org/abs/1607.06450">Ba et al. 2016</a>) of images [N,C,H,W]: each
 * sample is normalized over all its channels and pixels, with a factor and a shift per channel. WGAN-GP uses it in
 * critics, since it does not mix samples.
 */
public final class LayerNorm implements Layer {
    private static final double EPSILON = 1e-5;

    private final Variable gamma;
    private final Variable beta;

    /** Creates the normalization of images with this number of channels. */
    public LayerNorm(VariableScope scope, int channels) {
        this(scope, new long[] {channels, 1, 1});
    }

    private LayerNorm(VariableScope scope, long[] shape) {
        this.gamma = scope.filled("gamma", 1, shape);
        this.beta = scope.filled("beta", 0, shape);
    }

    /** Creates the normalization of vectors [N, features], with a factor and a shift per feature. */
    public static LayerNorm ofVectors(VariableScope scope, int features) {
        return new LayerNorm(scope, new long[] {features});
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return x.layerNorm(parameters.get(gamma), parameters.get(beta), EPSILON);
    }

    @Override
    public List<Variable> parameters() {
        return List.of(gamma, beta);
    }
}
