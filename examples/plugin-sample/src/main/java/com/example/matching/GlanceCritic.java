package com.example.matching;

import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Sequential;

/**
 * A critic with one hidden layer, whose units are its features.
 *
 * @param width the number of units
 */
public record GlanceCritic(int width) implements CriticArchitecture {
    private static final double SLOPE = 0.2;

    @Override
    public String name() {
        return "sample-glance";
    }

    @Override
    public String summary() {
        return "one hidden layer of leaky ReLU, for samples of any shape";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        return width < 1
                ? List.of("the critic " + name() + " needs a width of at least 1, not " + width + ": 32 is usual")
                : List.of();
    }

    @Override
    public Network build(NetworkSpec spec) {
        int size = spec.input().shape().size();
        Sequential.Builder network = Sequential.in(spec.scope()).input(spec.input().shape().dims());
        network.add(Layer.function("reshape", x -> x.reshape(x.shape().dim(0), -1)));
        network.add(new Linear(network.scope("hidden"), size, width, Initialization.byFanIn(size, 1)));
        network.add(Layer.function("leaky ReLU", x -> x.leakyRelu(SLOPE)));
        network.head(Outputs.FEATURES);
        network.add(new Linear(network.scope("score"), width, 1, Initialization.byFanIn(width, 1)));
        return network.add(Layer.function("reshape", x -> x.reshape(-1))).build();
    }
}
