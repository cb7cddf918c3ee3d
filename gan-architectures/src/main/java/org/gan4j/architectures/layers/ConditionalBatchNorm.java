package org.gan4j.architectures.layers;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Batch normalization with factors and shifts of their own for each class (<a
 * href="https://arxiv.org/abs/1610.07629">Dumoulin et al. 2017</a>): γ_y (x − μ) / √(σ² + ε) + β_y for [N,C,...], where y
 * is the condition {@code label}, INT [N]. Mean and variance are those of all classes, as in {@link BatchNorm}.
 */
public final class ConditionalBatchNorm implements Layer {
    private static final double EPSILON = 1e-5;

    private final int channels;
    private final Variable gamma;
    private final Variable beta;
    private final RunningMoments running;

    /** @param deviation of gamma's starting values around 1; 0.02 is DCGAN's, 0 is the usual */
    public ConditionalBatchNorm(VariableScope scope, int channels, int classes, double deviation) {
        this.channels = channels;
        this.gamma = scope.normal("gamma", 1, deviation, classes, channels);
        this.beta = scope.filled("beta", 0, classes, channels);
        this.running = new RunningMoments(scope, channels);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return apply(parameters, pass, x, Map.of());
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Map<String, Tensor> conditions) {
        Tensor label = conditions.get(Field.LABEL);
        if (label == null) {
            throw new IllegalArgumentException("batch normalization by class needs the condition " + Field.LABEL
                    + ", INT [N]; it was given " + conditions.keySet());
        }
        long[] perSample = RunningMoments.perChannel(x);
        perSample[0] = x.shape().dim(0);
        Tensor factor = parameters.get(gamma).gather(0, label).reshape(perSample);
        Tensor shift = parameters.get(beta).gather(0, label).reshape(perSample);
        return normalized(parameters, pass, x).mul(factor).add(shift);
    }

    private Tensor normalized(Parameters parameters, ForwardPass pass, Tensor x) {
        if (pass.isTraining()) {
            running.report(pass, x);
            return x.batchNorm(Tensor.ones(channels), Tensor.zeros(channels), EPSILON);
        }
        long[] perChannel = RunningMoments.perChannel(x);
        Tensor deviation = parameters.get(running.variance()).add(EPSILON).rsqrt();
        return x.sub(parameters.get(running.mean()).reshape(perChannel)).mul(deviation.reshape(perChannel));
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
