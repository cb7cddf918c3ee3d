package org.gan4j.architectures.resnet;

import java.util.List;
import java.util.Locale;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Channels;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.ResidualBlock;
import org.gan4j.architectures.layers.SelfAttention;
import org.gan4j.architectures.layers.Sequential;

/**
 * A residual critic: blocks that halve the image, blocks that keep its size, an activation, the mean or the sum over all
 * places, and a linear score. Glorot
 * initialization, see {@link ResidualBlock}.
 *
 * @param width channels of the first block; SNGAN's are 128 for 32×32 and 64 for 48×48
 * @param maxWidth the largest number of channels that doubling may reach; 0 sets no limit up to 64×64, and above it the
 *     number that 64×64 has, at least 512. A larger width is kept
 * @param widths the rule by which the channels change from block to block
 * @param depth the number of blocks that halve; 0 means 2 if the widths are constant, else as many as leave 3×3 or more
 * @param blocks the number of all blocks; 0 means depth + 2 if the widths are constant, else depth + 1
 * @param activation in each block and before the mean; AUTO is ReLU
 * @param normalization in each block but the first; AUTO is none, or layer normalization under a gradient penalty
 * @param attention the height of the feature map after which {@linkplain SelfAttention self-attention} stands; 0 for none
 * @param pooling the way from the last feature map to the features of the score; MEAN in WGAN-GP, SUM in SNGAN
 */
public record ResNetCritic(
        int width,
        int maxWidth,
        Widths widths,
        int depth,
        int blocks,
        Activation activation,
        Normalization normalization,
        int attention,
        PlacePooling pooling)
        implements CriticArchitecture {
    private static final int SMALLEST = 3;
    private static final int DOUBLINGS_AT_64 = 3;

    static ResNetCritic defaults() {
        return new ResNetCritic(
                64,
                Channels.AUTO,
                Widths.AUTO,
                ResNetStages.AUTO,
                ResNetStages.AUTO,
                Activation.AUTO,
                Normalization.AUTO,
                SelfAttention.NONE,
                PlacePooling.MEAN);
    }

    public ResNetCritic width(int channels) {
        return new ResNetCritic(
                channels, maxWidth, widths, depth, blocks, activation, normalization, attention, pooling);
    }

    public ResNetCritic maxWidth(int channels) {
        return new ResNetCritic(width, channels, widths, depth, blocks, activation, normalization, attention, pooling);
    }

    public ResNetCritic widths(Widths kind) {
        return new ResNetCritic(width, maxWidth, kind, depth, blocks, activation, normalization, attention, pooling);
    }

    public ResNetCritic depth(int halvings) {
        return new ResNetCritic(
                width, maxWidth, widths, halvings, blocks, activation, normalization, attention, pooling);
    }

    public ResNetCritic blocks(int count) {
        return new ResNetCritic(width, maxWidth, widths, depth, count, activation, normalization, attention, pooling);
    }

    public ResNetCritic activation(Activation kind) {
        return new ResNetCritic(width, maxWidth, widths, depth, blocks, kind, normalization, attention, pooling);
    }

    public ResNetCritic normalization(Normalization kind) {
        return new ResNetCritic(width, maxWidth, widths, depth, blocks, activation, kind, attention, pooling);
    }

    public ResNetCritic attention(int height) {
        return new ResNetCritic(width, maxWidth, widths, depth, blocks, activation, normalization, height, pooling);
    }

    public ResNetCritic pooling(PlacePooling kind) {
        return new ResNetCritic(width, maxWidth, widths, depth, blocks, activation, normalization, attention, kind);
    }

    @Override
    public String name() {
        return "resnet";
    }

    @Override
    public String summary() {
        return "residual blocks that halve the image, then a score (WGAN-GP, SNGAN)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = ResNetStages.problems(spec.input().shape(), depth);
        if (width < 1) {
            problems.add("ResNet's critic needs at least one channel, not " + width + ": choose a width of at least 1");
        }
        problems.addAll(Channels.limitProblems("ResNet's critic", maxWidth));
        if (problems.isEmpty() && blocks != ResNetStages.AUTO && blocks < resolved(spec).depth) {
            problems.add("ResNet's critic halves the image " + resolved(spec).depth + " times, which takes more than "
                    + blocks + " blocks: choose more blocks, 0 to derive their number, or a smaller depth");
        }
        if (problems.isEmpty()) {
            ResNetCritic decided = resolved(spec);
            problems.addAll(ResNetStages.attentionProblems(
                    "ResNet's critic", attention, spec.input().shape(), decided.depth, SMALLEST, false));
        }
        problems.addAll(InputCheck.conditions("ResNet's critic", spec));
        return problems;
    }

    @Override
    public ResNetCritic resolved(NetworkSpec spec) {
        Widths kind = widths.resolved(spec.input().shape());
        int most = ResNetStages.of(spec.input().shape(), depth, SMALLEST).count();
        int halvings = depth == ResNetStages.AUTO && kind == Widths.CONSTANT ? Math.min(2, most) : most;
        int all = blocks != ResNetStages.AUTO ? blocks : halvings + (kind == Widths.CONSTANT ? 2 : 1);
        Normalization normal = normalization == Normalization.AUTO && !spec.independentSamples()
                ? Normalization.NONE
                : normalization.resolved(spec);
        int doublings = kind == Widths.GROWING ? all - 1 : halvings - 1;
        int limit = Channels.limit(
                maxWidth, width, doublings, DOUBLINGS_AT_64, spec.input().shape());
        return new ResNetCritic(
                width, limit, kind, halvings, all, activation.or(Activation.RELU), normal, attention, pooling);
    }

    @Override
    public Network build(NetworkSpec spec) {
        return resolved(spec).built(spec);
    }

    private Network built(NetworkSpec spec) {
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dims());
        int height = spec.input().shape().dim(1);
        network.add(ResidualBlock.first(
                network.scope("block1"), spec.input().shape().dim(0), width, activation));
        int channels = width;
        attention(network, height >> 1, channels);
        for (int i = 2; i <= blocks; i++) {
            int out = widths.channels(width, (widths == Widths.GROWING ? i : Math.min(i, depth)) - 1, maxWidth);
            network.add(
                    i <= depth
                            ? ResidualBlock.halving(
                                    network.scope("block" + i), channels, out, normalization, activation)
                            : ResidualBlock.keeping(
                                    network.scope("block" + i), channels, out, normalization, activation));
            channels = out;
            if (i <= depth) {
                attention(network, height >> i, channels);
            }
        }
        network.add(activation.layer());
        network.head(Outputs.FEATURES);
        network.add(Layer.function(pooling.name().toLowerCase(Locale.ROOT) + " over places", pooling::of));
        double deviation = Initialization.glorot(channels, 1, 1);
        network.add(new Linear(network.scope("score"), channels, 1, deviation));
        return network.add(Layer.function("reshape", x -> x.reshape(-1))).build();
    }

    private void attention(Sequential.Builder network, int height, int channels) {
        SelfAttention.after(network.scope("attention"), attention, height, channels)
                .ifPresent(network::add);
    }
}
