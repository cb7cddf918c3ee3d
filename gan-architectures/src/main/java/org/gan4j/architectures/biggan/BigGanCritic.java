package org.gan4j.architectures.biggan;

import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.ResidualBlock;
import org.gan4j.architectures.layers.SelfAttention;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;

/**
 * BigGAN's critic: residual blocks that halve the image, blocks that keep its size, ReLU, the sum over all places, and a
 * linear score. Its head {@code features}, before the sum, is that of a projection of the class. It has no normalization
 * of its own; the paper gives it {@linkplain org.gan4j.architectures.spectral.SpectralNorm spectral normalization}.
 *
 * @param width the channels that the paper calls ch, which it multiplies by up to 16; 96 in the paper
 * @param attention the height of the feature map after which {@linkplain SelfAttention self-attention} stands; 0 for
 *     none, {@link BigGan#AUTO} for the paper's
 */
public record BigGanCritic(int width, int attention) implements CriticArchitecture {
    private static final String NAME = "BigGAN's critic";

    public BigGanCritic width(int channels) {
        return new BigGanCritic(channels, attention);
    }

    public BigGanCritic attention(int height) {
        return new BigGanCritic(width, height);
    }

    @Override
    public String name() {
        return "biggan";
    }

    @Override
    public String summary() {
        return "wide residual blocks with attention, then a score (Brock et al. 2019)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        Shape sample = spec.input().shape();
        List<String> problems = BigGanStages.problems(sample);
        if (width < 1) {
            problems.add(NAME + " needs at least one channel, not " + width + ": choose a width of at least 1");
        }
        if (problems.isEmpty()) {
            problems.addAll(BigGanStages.attentionProblems(NAME, attention, sample, false));
        }
        problems.addAll(InputCheck.conditions(NAME, spec));
        return problems;
    }

    @Override
    public BigGanCritic resolved(NetworkSpec spec) {
        return attention(BigGanStages.attention(attention, spec.input().shape()));
    }

    @Override
    public Network build(NetworkSpec spec) {
        return resolved(spec).built(spec.scope(spec.scope().orthogonalWeights()));
    }

    private Network built(NetworkSpec spec) {
        Shape sample = spec.input().shape();
        BigGanStages stages = BigGanStages.of(sample);
        int[] channels = stages.critic(width);
        Sequential.Builder network = Sequential.in(spec.scope()).input(sample.dims());
        network.add(ResidualBlock.first(network.scope("block1"), sample.dim(0), channels[0], Activation.RELU));
        for (int i = 1; i <= channels.length; i++) {
            boolean halves = i <= stages.criticsHalvings();
            if (i > 1) {
                network.add(ResidualBlock.widening(
                        network.scope("block" + i), channels[i - 2], channels[i - 1], halves, Activation.RELU));
            }
            if (halves) {
                SelfAttention.after(network.scope("attention"), attention, sample.dim(1) >> i, channels[i - 1])
                        .ifPresent(network::add);
            }
        }
        int last = channels[channels.length - 1];
        network.add(Activation.RELU.layer());
        network.head(Outputs.FEATURES);
        network.add(Layer.function("sum over places", x -> x.sum(2, 3)));
        network.add(new Linear(network.scope("score"), last, 1, Initialization.glorot(last, 1, 1)));
        return network.add(Layer.function("reshape", x -> x.reshape(-1))).build();
    }
}
