package org.gan4j.architectures.trunks;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.Convolutions;
import org.gan4j.tensor.functions.Windows;

/**
 * A convolution of InceptionV3 with the batch normalization after it folded in, and a ReLU. In Keras there is no scale,
 * γ = 1.
 *
 * <pre>
 * max(0, γ (w∗x − μ)/√(σ² + ε) + β)  =  max(0, (g w)∗x + (β − g μ)),   g = γ/√(σ² + ε),  ε = 1e-3
 * </pre>
 *
 * @param weights [O,C,h,w]
 * @param bias [O,1,1]
 * @param windows the stride, and the padding that keeps the size or none
 */
record InceptionConvolution(Tensor weights, Tensor bias, Windows windows) implements UnaryOperator<Tensor> {
    private static final double EPSILON = 1e-3;

    /** Reads a convolution of stride 1 that keeps the size of images. */
    static InceptionConvolution same(QuantizedWeights file, int number) {
        Shape kernel = file.shape(kernel(number));
        List<Integer> padding = List.of(kernel.dim(2) / 2, kernel.dim(3) / 2);
        return of(file, number, Windows.over(2).padding(padding, padding));
    }

    /** Reads a convolution without padding. */
    static InceptionConvolution valid(QuantizedWeights file, int number, int stride) {
        return of(file, number, Windows.over(2).stride(stride));
    }

    private static InceptionConvolution of(QuantizedWeights file, int number, Windows windows) {
        String norm = norm(number);
        double[] w = file.values(kernel(number));
        double[] beta = file.values(norm + "/beta");
        double[] scale = new double[beta.length];
        Arrays.fill(scale, 1);
        return folded(
                w,
                file.shape(kernel(number)),
                new Normalization(
                        scale, beta, file.values(norm + "/moving_mean"), file.values(norm + "/moving_variance")),
                windows);
    }

    /** A batch normalization with the scale γ, the shift β, and the running mean μ and variance σ². */
    record Normalization(double[] scale, double[] shift, double[] mean, double[] variance) {}

    /**
     * Returns a convolution with the normalization after it folded in.
     *
     * @param w the weights, which are changed
     * @param kernel their shape [O,C,h,w]
     */
    static InceptionConvolution folded(double[] w, Shape kernel, Normalization norm, Windows windows) {
        int outputs = kernel.dim(0);
        int each = w.length / outputs;
        double[] bias = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            double g = norm.scale[o] / Math.sqrt(norm.variance[o] + EPSILON);
            bias[o] = norm.shift[o] - g * norm.mean[o];
            for (int i = 0; i < each; i++) {
                w[o * each + i] *= g;
            }
        }
        return new InceptionConvolution(
                Tensor.of(TensorData.of(DType.FLOAT, w, kernel)),
                Tensor.of(TensorData.of(DType.FLOAT, bias, Shape.of(outputs, 1, 1))),
                windows);
    }

    /** Returns the names of the tensors of a convolution. */
    static List<String> tensors(int number) {
        String norm = norm(number);
        return List.of(kernel(number), norm + "/beta", norm + "/moving_mean", norm + "/moving_variance");
    }

    private static String kernel(int number) {
        return "conv2d_" + number + "/kernel";
    }

    private static String norm(int number) {
        return "batch_normalization_" + number;
    }

    @Override
    public Tensor apply(Tensor x) {
        return Convolutions.conv(x, weights, windows).add(bias).relu();
    }
}
