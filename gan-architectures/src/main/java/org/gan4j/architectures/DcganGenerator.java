package org.gan4j.architectures;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.GeneratorArchitecture;
import org.gan4j.api.Network;
import org.gan4j.api.Site;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Tensor;

/**
 * DCGAN's generator: a projection of the latents to a small picture with many channels, then transposed convolutions
 * that double it, each but the last with normalisation and ReLU; tanh at the end.
 *
 * @param latent how many latents; 100 in the paper
 * @param width channels before the last doubling, doubled for each one before; the paper's is 128, 64 is usual
 * @param normalization AUTO is batch normalisation
 */
public record DcganGenerator(int latent, int width, Normalization normalization) implements GeneratorArchitecture {
    static final double DEVIATION = 0.02;

    static DcganGenerator defaults() {
        return new DcganGenerator(100, 64, Normalization.AUTO);
    }

    public DcganGenerator latent(int count) {
        return new DcganGenerator(count, width, normalization);
    }

    public DcganGenerator width(int channels) {
        return new DcganGenerator(latent, channels, normalization);
    }

    public DcganGenerator normalization(Normalization kind) {
        return new DcganGenerator(latent, width, kind);
    }

    @Override
    public String name() {
        return "dcgan";
    }

    @Override
    public List<String> problems(Site site) {
        List<String> problems = new ArrayList<>(DcganStages.problems(site.sample()));
        if (latent < 1 || width < 1) {
            problems.add("DCGAN's generator needs at least one latent and one channel of width; these are " + latent
                    + " and " + width);
        }
        return problems;
    }

    /** Nobody differentiates a generator by its input here, so AUTO is batch normalisation even under a penalty. */
    @Override
    public DcganGenerator resolved(Site site) {
        return normalization == Normalization.AUTO ? normalization(Normalization.BATCH) : this;
    }

    @Override
    public Network build(Site site) {
        DcganStages stages = DcganStages.of(site.sample());
        Normalization kind = resolved(site).normalization;
        int channels = width << (stages.count() - 1);
        int places = stages.height() * stages.width();
        int first = channels;

        Sequential.Builder network = Sequential.in(site.scope());
        boolean biased = kind == Normalization.NONE;
        network.add(new Linear(network.scope("project"), latent, channels * places, DEVIATION, biased));
        network.add(Layer.function(x -> x.reshape(-1, first, stages.height(), stages.width())));
        kind.layer(network.scope("norm0"), channels, DEVIATION).ifPresent(network::add);
        network.add(Layer.function(Tensor::relu));
        for (int i = 1; i < stages.count(); i++) {
            network.add(Convolution.doubling(network.scope("up" + i), channels, channels / 2, DEVIATION, biased));
            channels /= 2;
            kind.layer(network.scope("norm" + i), channels, DEVIATION).ifPresent(network::add);
            network.add(Layer.function(Tensor::relu));
        }
        network.add(Convolution.doubling(network.scope("picture"), channels, stages.channels(), DEVIATION, true));
        return network.add(Layer.function(Tensor::tanh)).build();
    }
}
