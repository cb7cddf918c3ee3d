package org.gan4j.architectures.mlp;

import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.BatchFeatures;
import org.gan4j.architectures.layers.Dropout;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Maxout;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;

/**
 * A critic of linear layers: from samples of any shape through hidden layers [N, width] to a score, [N]. Initial
 * weights are normal with deviation gain/√(fan in): He's for activations that cut off, LeCun's for the others.
 *
 * @param layers the number of hidden layers
 * @param width units of each hidden layer
 * @param activation after each hidden layer; AUTO is leaky ReLU (0.2), or none with maxout
 * @param maxout the number of linear pieces of which each unit is the maximum; 1 means no maxout, 5 in the paper
 * @param dropout the probability with which each unit is dropped in training; 0 means never, 0.5 in the paper
 * @param normalization after each hidden linear layer; AUTO is batch normalization, or layer normalization under a
 *     gradient penalty
 * @param batchFeatures the features of the whole batch before the score; NONE in the paper
 */
public record MlpCritic(
        int layers,
        int width,
        Activation activation,
        int maxout,
        double dropout,
        Normalization normalization,
        BatchFeatures batchFeatures)
        implements CriticArchitecture {
    /** Completes the settings of runs from before there were features of the batch. */
    public MlpCritic {
        batchFeatures = batchFeatures == null ? BatchFeatures.NONE : batchFeatures;
    }

    static MlpCritic defaults() {
        return new MlpCritic(3, 256, Activation.AUTO, 1, 0, Normalization.NONE, BatchFeatures.NONE);
    }

    public MlpCritic layers(int count) {
        return new MlpCritic(count, width, activation, maxout, dropout, normalization, batchFeatures);
    }

    public MlpCritic width(int units) {
        return new MlpCritic(layers, units, activation, maxout, dropout, normalization, batchFeatures);
    }

    public MlpCritic activation(Activation kind) {
        return new MlpCritic(layers, width, kind, maxout, dropout, normalization, batchFeatures);
    }

    public MlpCritic maxout(int pieces) {
        return new MlpCritic(layers, width, activation, pieces, dropout, normalization, batchFeatures);
    }

    public MlpCritic dropout(double probability) {
        return new MlpCritic(layers, width, activation, maxout, probability, normalization, batchFeatures);
    }

    public MlpCritic normalization(Normalization kind) {
        return new MlpCritic(layers, width, activation, maxout, dropout, kind, batchFeatures);
    }

    public MlpCritic batchFeatures(BatchFeatures kind) {
        return new MlpCritic(layers, width, activation, maxout, dropout, normalization, kind);
    }

    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public String summary() {
        return "linear layers with leaky ReLU or maxout, for samples of any shape";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = MlpShape.problems("critic", spec.input().shape(), layers, width, normalization);
        if (maxout < 1) {
            problems.add("the MLP critic needs at least one piece for maxout, not " + maxout
                    + ": choose 1 for no maxout, or 5 as in the paper");
        }
        if (maxout > 1 && activation.or(Activation.NONE) != Activation.NONE) {
            problems.add("the MLP critic has Activation." + activation + " and maxout, which takes an activation's"
                    + " place: leave out one of them");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            problems.add("the MLP critic's probability of dropout must be at least 0 and below 1, not " + dropout
                    + ": choose 0 for none, or 0.5 as in the paper");
        }
        problems.addAll(batchFeatures.problems("the MLP critic", spec));
        problems.addAll(InputCheck.conditions("the MLP critic", spec));
        return problems;
    }

    @Override
    public MlpCritic resolved(NetworkSpec spec) {
        return activation(activation.or(maxout > 1 ? Activation.NONE : Activation.LEAKY_RELU))
                .normalization(normalization.resolved(spec));
    }

    @Override
    public Network build(NetworkSpec spec) {
        MlpCritic decided = resolved(spec);
        boolean biased = decided.normalization == Normalization.NONE;
        double gain = decided.activation.gain();
        int units = spec.input().shape().size();
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dims());
        network.add(Layer.function("reshape", x -> x.reshape(x.shape().dim(0), -1)));
        for (int i = 0; i < layers; i++) {
            int out = width * maxout;
            double deviation = Initialization.byFanIn(units, gain);
            network.add(new Linear(network.scope("hidden" + i), units, out, deviation, biased));
            decided.normalization.vectorLayer(network.scope("norm" + i), out).ifPresent(network::add);
            network.add(maxout > 1 ? new Maxout(maxout) : decided.activation.layer());
            if (dropout > 0) {
                network.add(new Dropout(network.scope("dropout" + i), dropout));
            }
            units = width;
        }
        network.head(Outputs.FEATURES);
        batchFeatures.layer(network.scope("batch"), units).ifPresent(network::add);
        int all = units + batchFeatures.count();
        network.add(new Linear(network.scope("score"), all, 1, Initialization.byFanIn(all, 1)));
        return network.add(Layer.function("reshape", x -> x.reshape(-1))).build();
    }
}
