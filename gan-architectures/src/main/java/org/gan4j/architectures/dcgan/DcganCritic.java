package org.gan4j.architectures.dcgan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.BatchFeatures;
import org.gan4j.architectures.layers.Channels;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.SelfAttention;
import org.gan4j.architectures.layers.Sequential;

/**
 * DCGAN's critic: convolutions that halve the image and double the channels, each followed by leaky ReLU (0.2) and all
 * but the first by normalization, and a linear score at the end.
 *
 * @param width channels after the first convolution; 64 in the paper
 * @param maxWidth the largest number of channels that doubling may reach; 0 sets no limit up to 64×64, and above it the
 *     number that 64×64 has, at least 512. A larger width is kept
 * @param depth the number of convolutions; 0 derives it from the image size: 4 for 64×64, 2 for 28×28
 * @param activation after each convolution; AUTO is leaky ReLU (0.2)
 * @param normalization after each convolution but the first; AUTO is batch normalization, or layer
 *     normalization under a gradient penalty
 * @param batchFeatures the features of the whole batch before the score; NONE in the paper
 * @param attention the height of the feature map after which {@linkplain SelfAttention self-attention} stands; 0 for none
 */
public record DcganCritic(
        int width,
        int maxWidth,
        int depth,
        Activation activation,
        Normalization normalization,
        BatchFeatures batchFeatures,
        int attention)
        implements CriticArchitecture {
    /** Completes the settings of runs from before there were features of the batch. */
    public DcganCritic {
        batchFeatures = batchFeatures == null ? BatchFeatures.NONE : batchFeatures;
    }

    static DcganCritic defaults() {
        return new DcganCritic(
                64,
                Channels.AUTO,
                DcganStages.AUTO,
                Activation.AUTO,
                Normalization.AUTO,
                BatchFeatures.NONE,
                SelfAttention.NONE);
    }

    public DcganCritic width(int channels) {
        return new DcganCritic(channels, maxWidth, depth, activation, normalization, batchFeatures, attention);
    }

    public DcganCritic maxWidth(int channels) {
        return new DcganCritic(width, channels, depth, activation, normalization, batchFeatures, attention);
    }

    public DcganCritic depth(int halvings) {
        return new DcganCritic(width, maxWidth, halvings, activation, normalization, batchFeatures, attention);
    }

    public DcganCritic activation(Activation kind) {
        return new DcganCritic(width, maxWidth, depth, kind, normalization, batchFeatures, attention);
    }

    public DcganCritic normalization(Normalization kind) {
        return new DcganCritic(width, maxWidth, depth, activation, kind, batchFeatures, attention);
    }

    public DcganCritic batchFeatures(BatchFeatures kind) {
        return new DcganCritic(width, maxWidth, depth, activation, normalization, kind, attention);
    }

    public DcganCritic attention(int height) {
        return new DcganCritic(width, maxWidth, depth, activation, normalization, batchFeatures, height);
    }

    @Override
    public String name() {
        return "dcgan";
    }

    @Override
    public String summary() {
        return "convolutions that halve the image, then a score (Radford et al. 2016)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems =
                new ArrayList<>(DcganStages.problems(spec.input().shape(), depth));
        if (width < 1) {
            problems.add("DCGAN's critic needs at least one channel, not " + width + ": choose a width of at least 1");
        }
        problems.addAll(Channels.limitProblems("DCGAN's critic", maxWidth));
        problems.addAll(DcganStages.normProblems(spec.input().shape(), depth, normalization));
        problems.addAll(DcganStages.attentionProblems(
                "DCGAN's critic", attention, spec.input().shape(), depth));
        problems.addAll(batchFeatures.problems("DCGAN's critic", spec));
        problems.addAll(InputCheck.conditions("DCGAN's critic", spec));
        return problems;
    }

    @Override
    public DcganCritic resolved(NetworkSpec spec) {
        return depth(DcganStages.of(spec.input().shape(), depth).count())
                .maxWidth(DcganStages.maxWidth(maxWidth, width, spec.input().shape(), depth))
                .activation(activation.or(Activation.LEAKY_RELU))
                .normalization(normalization.resolved(spec));
    }

    @Override
    public Network build(NetworkSpec spec) {
        DcganStages stages = DcganStages.of(spec.input().shape(), depth);
        DcganCritic decided = resolved(spec);
        Normalization kind = decided.normalization;
        Layer active = decided.activation.layer();
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dims());
        int most = decided.maxWidth;
        int channels = stages.channels();
        for (int i = 0; i < stages.count(); i++) {
            int out = Channels.doubled(width, i, most);
            boolean biased = i == 0 || kind == Normalization.NONE;
            network.add(
                    Convolution.halving(network.scope("down" + i), channels, out, DcganGenerator.DEVIATION, biased));
            if (i > 0) {
                kind.layer(network.scope("norm" + i), out, DcganGenerator.DEVIATION)
                        .ifPresent(network::add);
            }
            network.add(active);
            int height = stages.height() << (stages.count() - 1 - i);
            SelfAttention.after(network.scope("attention"), attention, height, out)
                    .ifPresent(network::add);
            channels = out;
        }
        int features = channels * stages.height() * stages.width();
        network.head(Outputs.FEATURES);
        network.add(Layer.function("reshape", x -> x.reshape(-1, features)));
        batchFeatures.layer(network.scope("batch"), features).ifPresent(network::add);
        int all = features + batchFeatures.count();
        network.add(new Linear(network.scope("score"), all, 1, DcganGenerator.DEVIATION));
        return network.add(Layer.function("reshape", x -> x.reshape(-1))).build();
    }
}
