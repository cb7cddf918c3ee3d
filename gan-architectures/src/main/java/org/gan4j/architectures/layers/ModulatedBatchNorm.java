package org.gan4j.architectures.layers;

import java.util.List;
import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Batch normalization whose factors and shifts are linear functions of a vector per sample, such as an embedding of its
 * class (BigGAN, <a href="https://arxiv.org/abs/1809.11096">Brock et al. 2019</a>): (1 + W v) (x − μ) / √(σ² + ε) + U v
 * for [N,C,...], where v is the condition {@link #VECTOR}, [N,V]. Mean and variance are those of {@link BatchNorm}.
 */
public final class ModulatedBatchNorm implements Layer {
    /** The name of the condition that has the vectors. */
    public static final String VECTOR = "vector";

    private final Variable gain;
    private final Variable shift;
    private final RunningMoments running;

    /**
     * Creates the layer's variables.
     *
     * @param vector the length V of the vectors
     * @param deviation standard deviation of the initial weights, which are normal
     */
    public ModulatedBatchNorm(VariableScope scope, int channels, int vector, double deviation) {
        this.gain = scope.weight("gain", 1, deviation, vector, channels);
        this.shift = scope.weight("shift", 1, deviation, vector, channels);
        this.running = new RunningMoments(scope, channels);
    }

    /**
     * Fails, since this layer needs the condition {@link #VECTOR}.
     *
     * @throws IllegalArgumentException always
     */
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return apply(parameters, pass, x, Map.of());
    }

    /**
     * Applies the layer with the factors and shifts of each sample's vector.
     *
     * @throws IllegalArgumentException if there is no condition {@link #VECTOR}
     */
    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x, Map<String, Tensor> conditions) {
        Tensor vector = conditions.get(VECTOR);
        if (vector == null) {
            throw new IllegalArgumentException("batch normalization by a vector needs the condition " + VECTOR
                    + ", [N,V]; the conditions are " + conditions.keySet() + ": pass the vectors as well");
        }
        long[] perSample = RunningMoments.perChannel(x);
        perSample[0] = x.shape().dim(0);
        Tensor factor = vector.matmul(parameters.get(gain)).add(1).reshape(perSample);
        Tensor added = vector.matmul(parameters.get(shift)).reshape(perSample);
        return running.normalized(parameters, pass, x).mul(factor).add(added);
    }

    @Override
    public List<Variable> parameters() {
        return List.of(gain, shift);
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
