package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A convolution with an equalized learning rate (see {@link EqualizedLinear}): its kernels begin as standard normal
 * numbers and are multiplied by gain / √(in · kernel²). It keeps, doubles or halves height and width, see {@link
 * Resizing}.
 */
public final class EqualizedConvolution implements Layer {
    private final Variable weight;
    private final Variable bias;
    private final double scale;
    private final Resizing resizing;

    private EqualizedConvolution(VariableScope scope, int in, int out, int kernel, double gain, Resizing resizing) {
        this.weight = scope.weight("weight", 0, 1, out, in, kernel, kernel);
        this.bias = scope.filled("bias", 0, out);
        this.scale = gain / Math.sqrt((double) in * kernel * kernel);
        this.resizing = resizing;
    }

    /**
     * Creates a convolution that keeps height and width, with biases that begin at 0.
     *
     * @param kernel an odd number, such as 3, or 1 for a linear map at each pixel
     * @param gain √2 before a rectifier, 1 for a linear output
     */
    public static EqualizedConvolution of(VariableScope scope, int in, int out, int kernel, double gain) {
        return new EqualizedConvolution(scope, in, out, kernel, gain, Resizing.NONE);
    }

    /** Creates a 3×3 convolution that resizes, with a gain of √2 and biases that begin at 0. */
    public static EqualizedConvolution resizing(VariableScope scope, int in, int out, Resizing resizing) {
        return new EqualizedConvolution(scope, in, out, 3, Math.sqrt(2), resizing);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        return resizing.of(x, parameters.get(weight).mul(scale))
                .add(parameters.get(bias).reshape(-1, 1, 1));
    }

    @Override
    public String kind() {
        return "convolution " + weight.shape().dim(2) + "×" + weight.shape().dim(3);
    }

    @Override
    public List<Variable> parameters() {
        return List.of(weight, bias);
    }
}
