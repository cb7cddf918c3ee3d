package org.gan4j.architectures.trunks;

import java.util.List;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.Convolutions;
import org.gan4j.tensor.functions.Windows;

/**
 * A convolution with constant weights. Those of Keras have the batch normalization after them folded in: with the running
 * mean μ and variance σ²,
 *
 * <pre>
 * γ (w∗x − μ)/√(σ² + ε) + β  =  (g w)∗x + (β − g μ),   g = γ/√(σ² + ε)
 * </pre>
 *
 * @param weights [O,C/groups,k,k]
 * @param bias [O,1,1]
 * @param stride 1 or 2
 * @param groups 1, or the number of channels
 */
record FrozenConvolution(Tensor weights, Tensor bias, int stride, int groups) {
    private static final double EPSILON = 1e-3;

    static FrozenConvolution of(QuantizedWeights file, String kernel, String norm, int stride) {
        double[] w = file.values(kernel);
        double[] gamma = file.values(norm + "/gamma");
        double[] beta = file.values(norm + "/beta");
        double[] mean = file.values(norm + "/moving_mean");
        double[] variance = file.values(norm + "/moving_variance");
        int outputs = gamma.length;
        int each = w.length / outputs;
        double[] bias = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            double g = gamma[o] / Math.sqrt(variance[o] + EPSILON);
            bias[o] = beta[o] - g * mean[o];
            for (int i = 0; i < each; i++) {
                w[o * each + i] *= g;
            }
        }
        return new FrozenConvolution(
                constant(w, file.shape(kernel)),
                constant(bias, Shape.of(outputs, 1, 1)),
                stride,
                kernel.endsWith("/depthwise_kernel") ? outputs : 1);
    }

    private static Tensor constant(double[] values, Shape shape) {
        return Tensor.of(TensorData.of(DType.FLOAT, values, shape));
    }

    Tensor apply(Tensor x) {
        return convolved(x).add(bias);
    }

    private Tensor convolved(Tensor x) {
        if (weights.shape().dim(2) == 1) {
            return x.conv2d(weights, 1, 0);
        }
        Shape s = x.shape();
        Windows windows =
                Windows.over(2).stride(stride).padding(List.of(before(s.dim(2)), before(s.dim(3))), List.of(1, 1));
        return Convolutions.conv(x, weights, windows, groups);
    }

    /** Returns the padding before a length: Keras pads an even length on one side only when it halves it. */
    private int before(int length) {
        return stride == 2 && length % 2 == 0 ? 0 : 1;
    }
}
