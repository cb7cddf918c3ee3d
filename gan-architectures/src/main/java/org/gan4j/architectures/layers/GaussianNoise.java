package org.gan4j.architectures.layers;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;

/**
 * Adds independent normal numbers in training, and nothing in inference: a critic that sees through it cannot learn a
 * few samples by heart (<a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>). Each application within a
 * move draws its own.
 */
public final class GaussianNoise implements Layer {
    private final String path;
    private final double deviation;

    /** @param scope names the random stream; nothing else may use it */
    public GaussianNoise(VariableScope scope, double deviation) {
        if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the deviation of noise must be at least 0, not " + deviation);
        }
        this.path = scope.path();
        this.deviation = deviation;
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        if (!pass.isTraining() || deviation == 0) {
            return x;
        }
        return x.add(pass.random(path).normal(x.shape().dims()).mul(deviation));
    }

    @Override
    public String kind() {
        return "noise";
    }
}
