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
 * Batch normalization with separate factors and shifts for each class (<a
 * href="https://arxiv.org/abs/1610.07629">Dumoulin et al. 2017</a>): γ_y (x − μ) / √(σ² + ε) + β_y for [N,C,...], where y
 * is the condition {@code label}, INT [N]. Mean and variance are taken over all classes, as in {@link BatchNorm}.
 */
public final class ConditionalBatchNorm implements Layer {
    private final Variable gamma;
    private final Variable beta;
    private final RunningMoments running;

    /**
     * Creates the layer's variables.
     *
     * @param deviation standard deviation of gamma's initial values around 1; 0.02 in DCGAN, usually 0
     */
    public ConditionalBatchNorm(VariableScope scope, int channels, int classes, double deviation) {
        this.gamma = scope.normal("gamma", 1, deviation, classes, channels);
        this.beta = scope.filled("beta", 0, classes, channels);
        this.running = new RunningMoments(scope, channels);
    }

    /**
     * Fails, since this layer needs the condition {@code label}.
     *
     * @throws IllegalArgumentException always
     */
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return apply(parameters, pass, x, Map.of());
    }

    /**
     * Applies the layer with the factors and shifts of each sample's class.
     *
     * @throws IllegalArgumentException if there is no condition {@code label}
     */
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Map<String, Tensor> conditions) {
        Tensor label = conditions.get(Field.LABEL);
        if (label == null) {
            throw new IllegalArgumentException("batch normalization by class needs the condition " + Field.LABEL
                    + ", INT [N]; the conditions are " + conditions.keySet() + ": pass the labels as well");
        }
        long[] perSample = RunningMoments.perChannel(x);
        perSample[0] = x.shape().dim(0);
        Tensor factor = parameters.get(gamma).gather(0, label).reshape(perSample);
        Tensor shift = parameters.get(beta).gather(0, label).reshape(perSample);
        return running.normalized(parameters, pass, x).mul(factor).add(shift);
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
