package org.gan4j.architectures;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.CriticArchitecture;
import org.gan4j.api.Network;
import org.gan4j.api.Site;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;

/**
 * DCGAN's critic: convolutions that halve the picture and double the channels, each with leaky ReLU (0.2), all but the
 * first with normalisation; a linear score at the end.
 *
 * @param width channels after the first convolution; 64 in the paper
 * @param normalization AUTO is batch normalisation, or layer normalisation under a gradient penalty
 */
public record DcganCritic(int width, Normalization normalization) implements CriticArchitecture {
    private static final double SLOPE = 0.2;

    static DcganCritic defaults() {
        return new DcganCritic(64, Normalization.AUTO);
    }

    public DcganCritic width(int channels) {
        return new DcganCritic(channels, normalization);
    }

    public DcganCritic normalization(Normalization kind) {
        return new DcganCritic(width, kind);
    }

    @Override
    public String name() {
        return "dcgan";
    }

    @Override
    public List<String> problems(Site site) {
        List<String> problems = new ArrayList<>(DcganStages.problems(site.sample()));
        if (width < 1) {
            problems.add("DCGAN's critic needs at least one channel of width, not " + width);
        }
        return problems;
    }

    @Override
    public DcganCritic resolved(Site site) {
        return normalization(normalization.resolved(site));
    }

    @Override
    public Network build(Site site) {
        DcganStages stages = DcganStages.of(site.sample());
        Normalization kind = normalization.resolved(site);
        Sequential.Builder network = Sequential.in(site.scope());
        int channels = stages.channels();
        for (int i = 0; i < stages.count(); i++) {
            int out = width << i;
            boolean biased = i == 0 || kind == Normalization.NONE;
            network.add(
                    Convolution.halving(network.scope("down" + i), channels, out, DcganGenerator.DEVIATION, biased));
            if (i > 0) {
                kind.layer(network.scope("norm" + i), out, DcganGenerator.DEVIATION)
                        .ifPresent(network::add);
            }
            network.add(Layer.function(x -> x.leakyRelu(SLOPE)));
            channels = out;
        }
        int features = channels * stages.height() * stages.width();
        network.add(Layer.function(x -> x.reshape(-1, features)));
        network.add(new Linear(network.scope("score"), features, 1, DcganGenerator.DEVIATION));
        return network.add(Layer.function(x -> x.reshape(-1))).build();
    }
}
