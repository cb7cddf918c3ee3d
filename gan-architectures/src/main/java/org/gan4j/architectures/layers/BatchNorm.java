package org.gan4j.architectures.layers;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.Parameters;
import org.gan4j.api.Pass;
import org.gan4j.api.Scope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Batch normalisation (<a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy 2015</a>) of [N,C,...]: by the
 * batch's mean and variance in training, by running means of them in inference. As in PyTorch, the running variance
 * takes the unbiased estimate, with momentum 0.1.
 */
public final class BatchNorm implements Layer {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final Variable gamma;
    private final Variable beta;
    private final Variable runningMean;
    private final Variable runningVariance;

    /** @param deviation of gamma's starting values around 1; 0.02 is DCGAN's, 0 is the usual */
    public BatchNorm(Scope scope, int channels, double deviation) {
        this.gamma = scope.normal("gamma", 1, deviation, channels);
        this.beta = scope.filled("beta", 0, channels);
        this.runningMean = scope.filled("running-mean", 0, channels);
        this.runningVariance = scope.filled("running-variance", 1, channels);
    }

    @Override
    public Tensor apply(Parameters parameters, Pass pass, Tensor x) {
        Tensor scale = parameters.get(gamma);
        Tensor shift = parameters.get(beta);
        if (pass.isTraining()) {
            report(pass, x);
            return x.batchNorm(scale, shift, EPSILON);
        }
        long[] perChannel = IntStream.range(0, x.shape().rank())
                .mapToLong(axis -> axis == 1 ? -1 : 1)
                .toArray();
        Tensor factor = scale.mul(parameters.get(runningVariance).add(EPSILON).rsqrt());
        return x.sub(parameters.get(runningMean).reshape(perChannel))
                .mul(factor.reshape(perChannel))
                .add(shift.reshape(perChannel));
    }

    private void report(Pass pass, Tensor x) {
        int[] others =
                IntStream.range(0, x.shape().rank()).filter(axis -> axis != 1).toArray();
        double count = (double) x.shape().size() / x.shape().dim(1);
        Tensor mean = x.meanKeepDims(others);
        Tensor variance = x.sub(mean).square().mean(others).mul(count / Math.max(1, count - 1));
        pass.update(runningMean, towards(runningMean, mean.reshape(-1)));
        pass.update(runningVariance, towards(runningVariance, variance));
    }

    private static Tensor towards(Variable running, Tensor seen) {
        return running.value().mul(1 - MOMENTUM).add(seen.mul(MOMENTUM));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(gamma, beta);
    }

    @Override
    public List<Variable> state() {
        return List.of(runningMean, runningVariance);
    }

    @Override
    public boolean mixesSamples() {
        return true;
    }
}
