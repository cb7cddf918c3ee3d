package org.gan4j.architectures.resnet;

import java.util.List;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Channels;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.ResidualBlock;
import org.gan4j.architectures.layers.SelfAttention;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * A residual generator: a projection of the latents to a small image such as 4×4 or 7×7, residual blocks that double
 * its height and width, then normalization, activation, a 3×3 convolution and tanh. Glorot initialization, see {@link
 * ResidualBlock}.
 *
 * @param latent the number of latents; 128 in both papers
 * @param width channels of the last block; SNGAN's are 256 for 32×32 and 64 for 48×48
 * @param maxWidth the largest number of channels that doubling may reach; 0 sets no limit up to 64×64, and above it the
 *     number that 64×64 has, at least 512. A larger width is kept
 * @param widths the rule by which the channels change from block to block
 * @param depth the number of blocks, each of which doubles height and width; 0 derives it from the image size: 3 for
 *     32×32, 4 for 64×64, 2 for 28×28
 * @param activation in each block and before the last convolution; AUTO is ReLU
 * @param normalization before each activation; AUTO is batch normalization
 * @param attention the height of the feature map after which {@linkplain SelfAttention self-attention} stands; 0 for none
 */
public record ResNetGenerator(
        int latent,
        int width,
        int maxWidth,
        Widths widths,
        int depth,
        Activation activation,
        Normalization normalization,
        int attention)
        implements GeneratorArchitecture {
    private static final int SMALLEST = 4;
    private static final int DOUBLINGS_AT_64 = 4;

    static ResNetGenerator defaults() {
        return new ResNetGenerator(
                128,
                64,
                Channels.AUTO,
                Widths.AUTO,
                ResNetStages.AUTO,
                Activation.AUTO,
                Normalization.AUTO,
                SelfAttention.NONE);
    }

    public ResNetGenerator latent(int count) {
        return new ResNetGenerator(count, width, maxWidth, widths, depth, activation, normalization, attention);
    }

    public ResNetGenerator width(int channels) {
        return new ResNetGenerator(latent, channels, maxWidth, widths, depth, activation, normalization, attention);
    }

    public ResNetGenerator maxWidth(int channels) {
        return new ResNetGenerator(latent, width, channels, widths, depth, activation, normalization, attention);
    }

    public ResNetGenerator widths(Widths kind) {
        return new ResNetGenerator(latent, width, maxWidth, kind, depth, activation, normalization, attention);
    }

    public ResNetGenerator depth(int doublings) {
        return new ResNetGenerator(latent, width, maxWidth, widths, doublings, activation, normalization, attention);
    }

    public ResNetGenerator activation(Activation kind) {
        return new ResNetGenerator(latent, width, maxWidth, widths, depth, kind, normalization, attention);
    }

    public ResNetGenerator normalization(Normalization kind) {
        return new ResNetGenerator(latent, width, maxWidth, widths, depth, activation, kind, attention);
    }

    public ResNetGenerator attention(int height) {
        return new ResNetGenerator(latent, width, maxWidth, widths, depth, activation, normalization, height);
    }

    @Override
    public String name() {
        return "resnet";
    }

    @Override
    public String summary() {
        return "residual blocks that double the image (WGAN-GP, SNGAN)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = ResNetStages.problems(spec.output(), depth);
        if (latent < 1 || width < 1) {
            problems.add("ResNet's generator needs at least one latent and one channel, not " + latent + " and " + width
                    + ": choose a latent and a width of at least 1");
        }
        problems.addAll(Channels.limitProblems("ResNet's generator", maxWidth));
        problems.addAll(
                ResNetStages.attentionProblems("ResNet's generator", attention, spec.output(), depth, SMALLEST, true));
        problems.addAll(InputCheck.latents("ResNet's generator", spec, Field.LABEL));
        return problems;
    }

    /** Resolves AUTO to batch normalization even under a gradient penalty, which concerns the critic only. */
    @Override
    public ResNetGenerator resolved(NetworkSpec spec) {
        int doublings = ResNetStages.of(spec.output(), depth, SMALLEST).count();
        return widths(widths.resolved(spec.output()))
                .maxWidth(Channels.limit(maxWidth, width, doublings, DOUBLINGS_AT_64, spec.output()))
                .depth(doublings)
                .activation(activation.or(Activation.RELU))
                .normalization(normalization == Normalization.AUTO ? Normalization.BATCH : normalization);
    }

    @Override
    public Network build(NetworkSpec spec) {
        return resolved(spec).built(spec);
    }

    private Network built(NetworkSpec spec) {
        Shape sample = spec.output();
        ResNetStages stages = ResNetStages.of(sample, depth, SMALLEST);
        // one doubling more than the first block, which halves these channels unless CONSTANT or the limit keeps them
        int first = widths.channels(width, depth, maxWidth);
        int places = stages.height() * stages.width();

        int given = spec.input().shape().dim(0);
        Sequential.Builder network = Sequential.in(spec.scope()).input(given);
        double deviation = Initialization.glorot(given, first * places, 1);
        network.add(new Linear(network.scope("project"), given, first * places, deviation));
        network.add(Layer.function("reshape", x -> x.reshape(-1, first, stages.height(), stages.width())));
        int channels = first;
        for (int i = 1; i <= depth; i++) {
            int out = widths.channels(width, depth - i, maxWidth);
            network.add(ResidualBlock.doubling(
                    network.scope("block" + i), channels, out, normalization, activation, spec.classes()));
            channels = out;
            SelfAttention.after(network.scope("attention"), attention, stages.height() << i, channels)
                    .ifPresent(network::add);
        }
        normalization.layer(network.scope("norm"), channels, 0, spec.classes()).ifPresent(network::add);
        network.add(activation.layer());
        double last = Initialization.glorot(9 * channels, 9 * sample.dim(0), 1);
        network.add(Convolution.same(network.scope("picture"), channels, sample.dim(0), 3, last, true));
        return network.add(Layer.function("tanh", Tensor::tanh)).build();
    }
}
