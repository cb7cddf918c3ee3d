package org.gan4j.architectures.mlp;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.GaussianNoise;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.layers.WeightNormLinear;

/**
 * The critic for MNIST of <a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>: linear layers with weight
 * normalization, with Gaussian noise added to the samples and to each hidden layer in training, so that the critic does
 * not memorize a few labels. As in the paper, pixels are first scaled from [-1, 1] to [0, 1]. Initial weights are normal
 * with deviation gain/√(fan in).
 *
 * @param widths units of each hidden layer
 * @param activation after each hidden layer; AUTO is ReLU, as in the paper
 * @param inputNoise standard deviation of the noise added to samples, after they are scaled to [0, 1]
 * @param hiddenNoise standard deviation of the noise added to each hidden layer, including the features
 */
public record NoisyMlpCritic(List<Integer> widths, Activation activation, double inputNoise, double hiddenNoise)
        implements CriticArchitecture {
    public NoisyMlpCritic {
        widths = List.copyOf(widths);
    }

    static NoisyMlpCritic defaults() {
        return new NoisyMlpCritic(List.of(1000, 500, 250, 250, 250), Activation.AUTO, 0.3, 0.5);
    }

    public NoisyMlpCritic widths(Integer... units) {
        return new NoisyMlpCritic(List.of(units), activation, inputNoise, hiddenNoise);
    }

    public NoisyMlpCritic activation(Activation kind) {
        return new NoisyMlpCritic(widths, kind, inputNoise, hiddenNoise);
    }

    public NoisyMlpCritic inputNoise(double deviation) {
        return new NoisyMlpCritic(widths, activation, deviation, hiddenNoise);
    }

    public NoisyMlpCritic hiddenNoise(double deviation) {
        return new NoisyMlpCritic(widths, activation, inputNoise, deviation);
    }

    @Override
    public String name() {
        return "noisy-mlp";
    }

    @Override
    public String summary() {
        return "linear layers with noise between them, for few labels (Salimans et al. 2016)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        int narrowest = widths.stream().mapToInt(Integer::intValue).min().orElse(1);
        List<String> problems = new ArrayList<>(
                MlpShape.problems("critic", spec.input().shape(), widths.size(), narrowest, Normalization.NONE));
        if (!(inputNoise >= 0 && hiddenNoise >= 0 && inputNoise + hiddenNoise < Double.POSITIVE_INFINITY)) {
            problems.add("the noisy MLP critic's deviations of noise must be finite and at least 0, not " + inputNoise
                    + " and " + hiddenNoise + ": 0.3 and 0.5 are the paper's");
        }
        problems.addAll(InputCheck.conditions("the noisy MLP critic", spec));
        return problems;
    }

    @Override
    public NoisyMlpCritic resolved(NetworkSpec spec) {
        return activation(activation.or(Activation.RELU));
    }

    @Override
    public Network build(NetworkSpec spec) {
        Activation active = resolved(spec).activation;
        int units = spec.input().shape().size();
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dims());
        network.add(Layer.function(
                "to [0, 1]", x -> x.reshape(x.shape().dim(0), -1).add(1).div(2)));
        network.add(new GaussianNoise(network.scope("input-noise"), inputNoise));
        for (int i = 0; i < widths.size(); i++) {
            double deviation = Initialization.byFanIn(units, active.gain());
            network.add(new WeightNormLinear(network.scope("hidden" + i), units, widths.get(i), deviation));
            network.add(active.layer());
            network.add(new GaussianNoise(network.scope("noise" + i), hiddenNoise));
            units = widths.get(i);
        }
        network.head(Outputs.FEATURES);
        network.add(new Linear(network.scope("score"), units, 1, Initialization.byFanIn(units, 1)));
        return network.add(Layer.function("reshape", x -> x.reshape(-1))).build();
    }
}
