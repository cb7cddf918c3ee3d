package org.gan4j.architectures.trunks;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.functions.Convolutions;
import org.gan4j.tensor.functions.Windows;

/**
 * A convolution of InceptionV3 with the batch normalization after it folded in, which has no scale γ, and a ReLU:
 *
 * <pre>
 * max(0, (w∗x − μ)/√(σ² + ε) + β)  =  max(0, (g w)∗x + (β − g μ)),   g = 1/√(σ² + ε)
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
        double[] mean = file.values(norm + "/moving_mean");
        double[] variance = file.values(norm + "/moving_variance");
        int outputs = beta.length;
        int each = w.length / outputs;
        double[] bias = new double[outputs];
        for (int o = 0; o < outputs; o++) {
            double g = 1 / Math.sqrt(variance[o] + EPSILON);
            bias[o] = beta[o] - g * mean[o];
            for (int i = 0; i < each; i++) {
                w[o * each + i] *= g;
            }
        }
        return new InceptionConvolution(
                Tensor.of(TensorData.of(DType.FLOAT, w, file.shape(kernel(number)))),
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
