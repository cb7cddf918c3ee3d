package org.gan4j.architectures.r3gan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Interpolation;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.PointwiseConvolution;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;

/**
 * R3GAN's critic, the mirror image of its generator: a linear map of the colors of each pixel, residual blocks at each
 * size, with interpolation in between, a weighted sum over the places of each channel, and a linear score. No samples
 * mix, so gradient penalties are allowed.
 *
 * @param width channels at the size of the image, twice as many at half the size; 96 in the paper for 256×256
 * @param maxWidth the largest number of channels that doubling may reach; 768 in the paper. A larger width is kept
 * @param blocks the number of residual blocks at each size; 2 in the paper
 * @param expansion the factor by which a block widens its channels; 2 in the paper
 * @param groupWidth the channels of each group of a block's convolution; 16 in the paper, 32 for ImageNet. Blocks with
 *     fewer channels have one group
 * @param depth the number of halvings; 0 derives it from the image size: 4 for 64×64, 2 for 28×28
 */
public record R3GanCritic(int width, int maxWidth, int blocks, int expansion, int groupWidth, int depth)
        implements CriticArchitecture {
    private static final String THIS = "R3GAN's critic";

    public R3GanCritic width(int channels) {
        return new R3GanCritic(channels, maxWidth, blocks, expansion, groupWidth, depth);
    }

    public R3GanCritic maxWidth(int channels) {
        return new R3GanCritic(width, channels, blocks, expansion, groupWidth, depth);
    }

    public R3GanCritic blocks(int perSize) {
        return new R3GanCritic(width, maxWidth, perSize, expansion, groupWidth, depth);
    }

    public R3GanCritic expansion(int factor) {
        return new R3GanCritic(width, maxWidth, blocks, factor, groupWidth, depth);
    }

    public R3GanCritic groupWidth(int channels) {
        return new R3GanCritic(width, maxWidth, blocks, expansion, channels, depth);
    }

    public R3GanCritic depth(int halvings) {
        return new R3GanCritic(width, maxWidth, blocks, expansion, groupWidth, halvings);
    }

    @Override
    public String name() {
        return "r3gan";
    }

    @Override
    public String summary() {
        return "residual blocks without normalization, then a score (Huang et al. 2024)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        Shape sample = spec.input().shape();
        List<String> problems = new ArrayList<>(R3GanStages.problems(sample, depth));
        int halvings = problems.isEmpty() ? R3GanStages.of(sample, depth).count() : 0;
        problems.addAll(widths().problems(THIS, halvings));
        problems.addAll(InputCheck.conditions(THIS, spec));
        return problems;
    }

    private R3GanWidths widths() {
        return new R3GanWidths(width, maxWidth, blocks, expansion, groupWidth);
    }

    @Override
    public R3GanCritic resolved(NetworkSpec spec) {
        return depth(R3GanStages.of(spec.input().shape(), depth).count());
    }

    @Override
    public Network build(NetworkSpec spec) {
        Shape sample = spec.input().shape();
        R3GanStages stages = R3GanStages.of(sample, depth);
        R3GanWidths widths = widths();
        int channels = widths.channels(0);

        Sequential.Builder network = Sequential.in(spec.scope()).input(sample.dims());
        double first = Initialization.byFanIn(sample.dim(0), 1);
        network.add(PointwiseConvolution.of(network.scope("colors"), sample.dim(0), channels, first, false));
        for (int halvings = 0; halvings <= stages.count(); halvings++) {
            String size = "down" + halvings;
            widths.add(network, size, halvings, stages.count() + 1);
            if (halvings < stages.count()) {
                network.add(Interpolation.halving());
                int out = widths.channels(halvings + 1);
                if (out != channels) {
                    network.add(PointwiseConvolution.of(
                            network.scope(size), channels, out, Initialization.byFanIn(channels, 1), false));
                    channels = out;
                }
            }
        }
        network.add(new DiscriminativeBasis(network.scope("basis"), channels, stages));
        network.head(Outputs.FEATURES);
        network.add(new Linear(network.scope("score"), channels, 1, Initialization.byFanIn(channels, 1), false));
        return network.add(Layer.function("reshape", x -> x.reshape(-1))).build();
    }
}
