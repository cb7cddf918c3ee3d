package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A linear layer with an equalized learning rate (<a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>,
 * section 4.1), from [N, in] to [N, out]: weights begin as standard normal numbers, and are scaled when they are used,
 * so that with Adam all weights learn at the same speed, whatever the size of their layer:
 *
 * <pre>
 * y = m c x W + m b,  c = gain / √in,  W ~ N(0, 1/m²)
 * </pre>
 *
 * m is a factor of the layer's learning rate; 1 but for StyleGAN's mapping network, where it is 0.01.
 */
public final class EqualizedLinear implements Layer {
    private final Variable weight;
    private final Variable bias;
    private final double scale;
    private final double rate;

    private EqualizedLinear(Variable weight, Variable bias, double scale, double rate) {
        this.weight = weight;
        this.bias = bias;
        this.scale = scale;
        this.rate = rate;
    }

    /**
     * Creates a layer whose biases begin at 0.
     *
     * @param gain √2 before a rectifier, 1 for a linear output
     */
    public static EqualizedLinear of(VariableScope scope, int in, int out, double gain) {
        return of(scope, in, out, gain, 1, 0);
    }

    /**
     * Creates a layer.
     *
     * @param gain √2 before a rectifier, 1 for a linear output
     * @param rate the factor m of the learning rate
     * @param bias the biases at the beginning
     */
    public static EqualizedLinear of(VariableScope scope, int in, int out, double gain, double rate, double bias) {
        return new EqualizedLinear(
                scope.weight("weight", 1, 1 / rate, in, out),
                scope.filled("bias", bias / rate, out),
                gain / Math.sqrt(in) * rate,
                rate);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Tensor y = x.matmul(parameters.get(weight).mul(scale));
        Tensor b = parameters.get(bias);
        return y.add(rate == 1 ? b : b.mul(rate));
    }

    @Override
    public List<Variable> parameters() {
        return List.of(weight, bias);
    }
}
