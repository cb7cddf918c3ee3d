package org.gan4j.metrics.classifier;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The network of the classifier. For images it has two convolutions of stride 2, 32 of 5×5 and 64 of 3×3, and a layer
 * of 128 numbers, the features; for vectors it has two layers of 128 numbers. Each is followed by a ReLU; a linear
 * layer computes the logits. The weights begin as normal numbers of variance 2/inputs (<a
 * href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>).
 */
final class ClassifierNetwork {
    static final int FEATURES = 128;

    private static final int[] CHANNELS = {32, 64};
    private static final int[] KERNELS = {5, 3};
    private static final int IMAGE = 3;

    private final VariableScope scope;
    private final List<Variable> variables = new ArrayList<>();
    private final List<Variable> kernels = new ArrayList<>();
    private final List<Variable> biases = new ArrayList<>();

    /**
     * Creates a network with new weights.
     *
     * @param sample the shape of a sample, [C,H,W] or [F]
     * @param classes the number of classes
     * @param seed the seed of the initial weights
     */
    ClassifierNetwork(Shape sample, int classes, long seed) {
        scope = VariableScope.of("classifier", seed);
        int inputs = sample.rank() == IMAGE ? convolutions(sample) : sample.size();
        if (sample.rank() != IMAGE) {
            inputs = linear("hidden", inputs, FEATURES, 2);
        }
        inputs = linear("features", inputs, FEATURES, 2);
        linear("logits", inputs, classes, 1);
    }

    /** Creates the convolutions; returns the number of their outputs. */
    private int convolutions(Shape sample) {
        int channels = sample.dim(0);
        int height = sample.dim(1);
        int width = sample.dim(2);
        for (int i = 0; i < CHANNELS.length; i++) {
            int k = KERNELS[i];
            double deviation = Math.sqrt(2.0 / (channels * k * k));
            add(
                    "convolution" + i,
                    scope.weight("convolution" + i + "/weight", 0, deviation, CHANNELS[i], channels, k, k));
            channels = CHANNELS[i];
            height = (height + 1) / 2;
            width = (width + 1) / 2;
        }
        return channels * height * width;
    }

    private int linear(String name, int inputs, int outputs, double gain) {
        add(name, scope.weight(name + "/weight", 1, Math.sqrt(gain / inputs), inputs, outputs));
        return outputs;
    }

    private void add(String name, Variable kernel) {
        Variable bias = scope.filled(
                name + "/bias", 0, kernel.shape().dim(kernel.outputAxis().orElseThrow()));
        kernels.add(kernel);
        biases.add(bias);
        variables.add(kernel);
        variables.add(bias);
    }

    List<Variable> variables() {
        return variables;
    }

    /** Returns the features [N,{@value #FEATURES}] of samples. */
    Tensor features(Tensor samples) {
        Tensor x = samples;
        for (int i = 0; i < kernels.size() - 1; i++) {
            Tensor kernel = kernels.get(i).value();
            Tensor bias = biases.get(i).value();
            if (kernel.shape().rank() > 2) {
                x = x.conv2d(kernel, 2, kernel.shape().dim(2) / 2).add(bias.reshape(-1, 1, 1));
            } else {
                x = x.reshape(x.shape().dim(0), -1).matmul(kernel).add(bias);
            }
            x = x.relu();
        }
        return x;
    }

    /** Returns the logits [N,K] of features. */
    Tensor logits(Tensor features) {
        int last = kernels.size() - 1;
        return features.matmul(kernels.get(last).value()).add(biases.get(last).value());
    }
}
