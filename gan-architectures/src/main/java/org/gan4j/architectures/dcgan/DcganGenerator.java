package org.gan4j.architectures.dcgan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.Field;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Channels;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.SelfAttention;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.tensor.Tensor;

/**
 * DCGAN's generator: a projection of the latents to a small image with many channels, then transposed convolutions that
 * double its height and width, each but the last followed by normalization and ReLU, and tanh at the end.
 *
 * @param latent the number of latents; 100 in the paper
 * @param width channels before the last upsampling, twice as many before each earlier one; 128 in the paper, usually 64
 * @param maxWidth the largest number of channels that doubling may reach; 0 sets no limit up to 64×64, and above it the
 *     number that 64×64 has, at least 512. A larger width is kept
 * @param depth the number of upsamplings; 0 derives it from the image size: 4 for 64×64, 2 for 28×28
 * @param activation after each upsampling but the last; AUTO is ReLU
 * @param normalization after each upsampling but the last; AUTO is batch normalization
 * @param upsampling the layer that doubles height and width; TRANSPOSED in the paper
 * @param attention the height of the feature map after which {@linkplain SelfAttention self-attention} stands; 0 for none
 */
public record DcganGenerator(
        int latent,
        int width,
        int maxWidth,
        int depth,
        Activation activation,
        Normalization normalization,
        Upsampling upsampling,
        int attention)
        implements GeneratorArchitecture {
    static final double DEVIATION = 0.02;

    static DcganGenerator defaults() {
        return new DcganGenerator(
                100,
                64,
                Channels.AUTO,
                DcganStages.AUTO,
                Activation.AUTO,
                Normalization.AUTO,
                Upsampling.TRANSPOSED,
                SelfAttention.NONE);
    }

    public DcganGenerator latent(int count) {
        return new DcganGenerator(count, width, maxWidth, depth, activation, normalization, upsampling, attention);
    }

    public DcganGenerator width(int channels) {
        return new DcganGenerator(latent, channels, maxWidth, depth, activation, normalization, upsampling, attention);
    }

    public DcganGenerator maxWidth(int channels) {
        return new DcganGenerator(latent, width, channels, depth, activation, normalization, upsampling, attention);
    }

    public DcganGenerator depth(int doublings) {
        return new DcganGenerator(latent, width, maxWidth, doublings, activation, normalization, upsampling, attention);
    }

    public DcganGenerator activation(Activation kind) {
        return new DcganGenerator(latent, width, maxWidth, depth, kind, normalization, upsampling, attention);
    }

    public DcganGenerator normalization(Normalization kind) {
        return new DcganGenerator(latent, width, maxWidth, depth, activation, kind, upsampling, attention);
    }

    public DcganGenerator upsampling(Upsampling kind) {
        return new DcganGenerator(latent, width, maxWidth, depth, activation, normalization, kind, attention);
    }

    public DcganGenerator attention(int height) {
        return new DcganGenerator(latent, width, maxWidth, depth, activation, normalization, upsampling, height);
    }

    @Override
    public String name() {
        return "dcgan";
    }

    @Override
    public String summary() {
        return "a projection, then convolutions that double the image (Radford et al. 2016)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(DcganStages.problems(spec.output(), depth));
        if (latent < 1 || width < 1) {
            problems.add("DCGAN's generator needs at least one latent and one channel, not " + latent + " and " + width
                    + ": choose a latent and a width of at least 1");
        }
        problems.addAll(Channels.limitProblems("DCGAN's generator", maxWidth));
        problems.addAll(DcganStages.normProblems(spec.output(), depth, normalization));
        problems.addAll(DcganStages.attentionProblems("DCGAN's generator", attention, spec.output(), depth));
        problems.addAll(InputCheck.latents("DCGAN's generator", spec, Field.LABEL));
        return problems;
    }

    /** Resolves AUTO to batch normalization even under a gradient penalty, which concerns the critic only. */
    @Override
    public DcganGenerator resolved(NetworkSpec spec) {
        return depth(DcganStages.of(spec.output(), depth).count())
                .maxWidth(DcganStages.maxWidth(maxWidth, width, spec.output(), depth))
                .activation(activation.or(Activation.RELU))
                .normalization(normalization == Normalization.AUTO ? Normalization.BATCH : normalization);
    }

    @Override
    public Network build(NetworkSpec spec) {
        DcganStages stages = DcganStages.of(spec.output(), depth);
        DcganGenerator decided = resolved(spec);
        Normalization kind = decided.normalization;
        Layer active = decided.activation.layer();
        int most = decided.maxWidth;
        int channels = Channels.doubled(width, stages.count() - 1, most);
        int places = stages.height() * stages.width();
        int first = channels;

        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dim(0));
        boolean biased = kind == Normalization.NONE;
        network.add(new Linear(
                network.scope("project"), spec.input().shape().dim(0), channels * places, DEVIATION, biased));
        network.add(Layer.function("reshape", x -> x.reshape(-1, first, stages.height(), stages.width())));
        kind.layer(network.scope("norm0"), channels, DEVIATION, spec.classes()).ifPresent(network::add);
        network.add(active);
        SelfAttention.after(network.scope("attention"), attention, stages.height(), channels)
                .ifPresent(network::add);
        for (int i = 1; i < stages.count(); i++) {
            int out = Channels.doubled(width, stages.count() - 1 - i, most);
            network.add(upsampling.layer(network.scope("up" + i), channels, out, DEVIATION, biased));
            channels = out;
            kind.layer(network.scope("norm" + i), channels, DEVIATION, spec.classes())
                    .ifPresent(network::add);
            network.add(active);
            SelfAttention.after(network.scope("attention"), attention, stages.height() << i, channels)
                    .ifPresent(network::add);
        }
        network.add(upsampling.layer(network.scope("picture"), channels, stages.channels(), DEVIATION, true));
        return network.add(Layer.function("tanh", Tensor::tanh)).build();
    }
}
