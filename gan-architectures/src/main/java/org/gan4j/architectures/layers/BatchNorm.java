package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Batch normalization (<a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy 2015</a>) of [N,C,...]: with the
 * batch's mean and variance in training, with their running means in inference. As in PyTorch, the running variance uses
 * the unbiased estimate, and the momentum is 0.1.
 */
public final class BatchNorm implements Layer {
    private static final double EPSILON = 1e-5;

    private final Variable gamma;
    private final Variable beta;
    private final RunningMoments running;

    /**
     * Creates the layer's variables.
     *
     * @param deviation standard deviation of gamma's initial values around 1; 0.02 in DCGAN, usually 0
     */
    public BatchNorm(VariableScope scope, int channels, double deviation) {
        this.gamma = scope.normal("gamma", 1, deviation, channels);
        this.beta = scope.filled("beta", 0, channels);
        this.running = new RunningMoments(scope, channels);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor scale = parameters.get(gamma);
        Tensor shift = parameters.get(beta);
        if (pass.isTraining()) {
            running.report(parameters, pass, x);
            return x.batchNorm(scale, shift, EPSILON);
        }
        long[] perChannel = RunningMoments.perChannel(x);
        Tensor factor =
                scale.mul(parameters.get(running.variance()).add(EPSILON).rsqrt());
        return x.sub(parameters.get(running.mean()).reshape(perChannel))
                .mul(factor.reshape(perChannel))
                .add(shift.reshape(perChannel));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    public List<Variable> state() {
        return running.variables();
    }

    @Override
    public boolean mixesSamples() {
        return true;
    }
}
