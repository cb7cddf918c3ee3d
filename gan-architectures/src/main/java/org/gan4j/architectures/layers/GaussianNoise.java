package org.gan4j.architectures.layers;

import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;

/**
 * Independent normal noise that is added in training, and not in inference: it keeps a critic from memorizing a few
 * samples (<a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>). Each application within an update draws
 * its own noise.
 */
public final class GaussianNoise implements Layer {
    private final String path;
    private final double deviation;

    /**
     * Creates a noise layer.
     *
     * @param scope the name of the random stream; nothing else may use it
     * @param deviation the noise's standard deviation, finite and at least 0
     * @throws IllegalArgumentException if the deviation is out of range
     */
    public GaussianNoise(VariableScope scope, double deviation) {
        if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the deviation of noise is " + deviation + ": choose a finite number of at least 0");
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
