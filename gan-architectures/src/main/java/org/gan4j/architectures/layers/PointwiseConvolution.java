package org.gan4j.architectures.layers;

import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * A 1×1 convolution, a linear map of the channels at each pixel of images [N,C,H,W], with an optional bias per channel. It
 * is computed as one matrix product per image, which takes about half the time of a general convolution.
 */
public final class PointwiseConvolution implements Layer {
    private final Variable weight;
    private final Variable bias;

    private PointwiseConvolution(Variable weight, Variable bias) {
        this.weight = weight;
        this.bias = bias;
    }

    /**
     * Creates a layer.
     *
     * @param deviation standard deviation of the initial weights, which are normal
     * @param biased whether to add a bias, which begins at 0
     */
    public static PointwiseConvolution of(VariableScope scope, int in, int out, double deviation, boolean biased) {
        return new PointwiseConvolution(
                scope.weight("weight", 0, deviation, out, in, 1, 1), biased ? scope.filled("bias", 0, out) : null);
    }

    /**
     * Creates a layer without a bias whose kernels begin at 0, for the end of a residual branch. They do not count as a
     * {@linkplain Variable#weight weight}: spectral normalization could only divide them by a norm of 0.
     */
    public static PointwiseConvolution zero(VariableScope scope, int in, int out) {
        return new PointwiseConvolution(scope.filled("weight", 0, out, in, 1, 1), null);
    }

    @Override
    public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
        Shape s = x.shape();
        int out = weight.shape().dim(0);
        Tensor matrix = parameters.get(weight).reshape(out, weight.shape().dim(1));
        Tensor y = matrix.matmul(x.reshape(s.dim(0), s.dim(1), (long) s.dim(2) * s.dim(3)))
                .reshape(s.dim(0), out, s.dim(2), s.dim(3));
        return bias == null ? y : y.add(parameters.get(bias).reshape(-1, 1, 1));
    }

    @Override
    public List<Variable> parameters() {
        return bias == null ? List.of(weight) : List.of(weight, bias);
    }

    @Override
    public String kind() {
        return "convolution 1×1";
    }
}
