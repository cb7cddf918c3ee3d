package org.gan4j.architectures.layers;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** Running means of the mean and variance of each channel, which batch normalization uses in inference. */
final class RunningMoments {
    private static final double MOMENTUM = 0.1;
    private static final double EPSILON = 1e-5;

    private final Variable mean;
    private final Variable variance;

    RunningMoments(VariableScope scope, int channels) {
        this.mean = scope.filled("running-mean", 0, channels);
        this.variance = scope.filled("running-variance", 1, channels);
    }

    Variable mean() {
        return mean;
    }

    Variable variance() {
        return variance;
    }

    List<Variable> variables() {
        return List.of(mean, variance);
    }

    /** Returns the shape that broadcasts one number per channel to [N,C,...]. */
    static long[] perChannel(Tensor x) {
        return IntStream.range(0, x.shape().rank())
                .mapToLong(axis -> axis == 1 ? -1 : 1)
                .toArray();
    }

    /**
     * Returns x with mean 0 and variance 1 in each channel: by the batch's moments in training, which it registers, by
     * the running ones in inference.
     */
    Tensor normalized(Parameters parameters, ForwardPass pass, Tensor x) {
        if (pass.isTraining()) {
            report(parameters, pass, x);
            int channels = x.shape().dim(1);
            return x.batchNorm(Tensor.ones(channels), Tensor.zeros(channels), EPSILON);
        }
        long[] perChannel = perChannel(x);
        Tensor deviation = parameters.get(variance).add(EPSILON).rsqrt();
        return x.sub(parameters.get(mean).reshape(perChannel)).mul(deviation.reshape(perChannel));
    }

    /** Registers the updates of the running mean and variance by a batch. */
    void report(Parameters parameters, ForwardPass pass, Tensor x) {
        int[] others =
                IntStream.range(0, x.shape().rank()).filter(axis -> axis != 1).toArray();
        double count = (double) x.shape().size() / x.shape().dim(1);
        Tensor seenMean = x.meanKeepDims(others);
        Tensor seenVariance = x.sub(seenMean).square().mean(others).mul(count / Math.max(1, count - 1));
        pass.update(mean, toward(parameters.get(mean), seenMean.reshape(-1)));
        pass.update(variance, toward(parameters.get(variance), seenVariance));
    }

    private static Tensor toward(Tensor running, Tensor seen) {
        return running.mul(1 - MOMENTUM).add(seen.mul(MOMENTUM));
    }
}
