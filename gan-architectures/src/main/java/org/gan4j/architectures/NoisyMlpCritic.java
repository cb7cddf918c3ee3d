package org.gan4j.architectures;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.CriticArchitecture;
import org.gan4j.api.Network;
import org.gan4j.api.Outputs;
import org.gan4j.api.Site;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.GaussianNoise;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.layers.WeightNormLinear;

/**
 * A critic of linear layers that sees samples and hidden layers through Gaussian noise in training: the one for MNIST in
 * <a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>, with weight normalisation. For few labels, which
 * other critics learn by heart. Weights start normal, with deviation gain/√(fan in).
 *
 * @param layers how many hidden layers; 5 in the paper, of 1000, 500 and three times 250 units
 * @param width units of each
 * @param activation AUTO is leaky ReLU (0.2)
 * @param inputNoise deviation of what is added to samples; the paper's is 0.3 where pixels are in [0, 1], which is 0.6 in
 *     [-1, 1]
 * @param hiddenNoise deviation of what is added to each hidden layer but the last, the features; the paper's is 0.5
 */
public record NoisyMlpCritic(int layers, int width, Activation activation, double inputNoise, double hiddenNoise)
        implements CriticArchitecture {
    static NoisyMlpCritic defaults() {
        return new NoisyMlpCritic(5, 250, Activation.AUTO, 0.6, 0.5);
    }

    public NoisyMlpCritic layers(int count) {
        return new NoisyMlpCritic(count, width, activation, inputNoise, hiddenNoise);
    }

    public NoisyMlpCritic width(int units) {
        return new NoisyMlpCritic(layers, units, activation, inputNoise, hiddenNoise);
    }

    public NoisyMlpCritic activation(Activation kind) {
        return new NoisyMlpCritic(layers, width, kind, inputNoise, hiddenNoise);
    }

    public NoisyMlpCritic inputNoise(double deviation) {
        return new NoisyMlpCritic(layers, width, activation, deviation, hiddenNoise);
    }

    public NoisyMlpCritic hiddenNoise(double deviation) {
        return new NoisyMlpCritic(layers, width, activation, inputNoise, deviation);
    }

    @Override
    public String name() {
        return "noisy-mlp";
    }

    @Override
    public String summary() {
        return "linear layers that see through noise, for few labels (Salimans et al. 2016)";
    }

    @Override
    public List<String> problems(Site site) {
        List<String> problems =
                new ArrayList<>(MlpShape.problems("critic", site.sample(), layers, width, Normalization.NONE));
        if (!(inputNoise >= 0 && hiddenNoise >= 0 && inputNoise + hiddenNoise < Double.POSITIVE_INFINITY)) {
            problems.add("the noisy MLP critic's deviations of noise must be at least 0, not " + inputNoise + " and "
                    + hiddenNoise + ": 0.6 and 0.5 are usual");
        }
        return problems;
    }

    @Override
    public NoisyMlpCritic resolved(Site site) {
        return activation(activation.or(Activation.LEAKY_RELU));
    }

    @Override
    public Network build(Site site) {
        Activation active = resolved(site).activation;
        int units = site.sample().size();
        Sequential.Builder network =
                Sequential.in(site.scope()).input(site.sample().dims());
        network.add(Layer.function("reshape", x -> x.reshape(x.shape().dim(0), -1)));
        for (int i = 0; i < layers; i++) {
            network.add(new GaussianNoise(network.scope("noise" + i), i == 0 ? inputNoise : hiddenNoise));
            network.add(new WeightNormLinear(
                    network.scope("hidden" + i), units, width, Initialization.byFanIn(units, active.gain())));
            network.add(active.layer());
            units = width;
        }
        network.head(Outputs.FEATURES);
        network.add(new Linear(network.scope("score"), units, 1, Initialization.byFanIn(units, 1)));
        return network.add(Layer.function("reshape", x -> x.reshape(-1))).build();
    }
}
