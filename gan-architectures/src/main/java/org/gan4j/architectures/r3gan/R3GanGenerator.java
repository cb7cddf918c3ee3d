package org.gan4j.architectures.r3gan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Interpolation;
import org.gan4j.architectures.layers.PointwiseConvolution;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;

/**
 * R3GAN's generator: a learned small image whose channels the latents scale, then residual blocks at each size, with
 * interpolation in between, and a linear map to the colors of each pixel. As in the paper's code, nothing bounds the
 * pixels.
 *
 * @param latent the number of latents; 64 in the paper
 * @param width channels at the size of the image, twice as many at half the size; 96 in the paper for 256×256
 * @param maxWidth the largest number of channels that doubling may reach; 768 in the paper. A larger width is kept
 * @param blocks the number of residual blocks at each size; 2 in the paper
 * @param expansion the factor by which a block widens its channels; 2 in the paper
 * @param groupWidth the channels of each group of a block's convolution; 16 in the paper, 32 for ImageNet. Blocks with
 *     fewer channels have one group
 * @param depth the number of doublings; 0 derives it from the image size: 4 for 64×64, 2 for 28×28
 */
public record R3GanGenerator(int latent, int width, int maxWidth, int blocks, int expansion, int groupWidth, int depth)
        implements GeneratorArchitecture {
    private static final String THIS = "R3GAN's generator";

    public R3GanGenerator latent(int count) {
        return new R3GanGenerator(count, width, maxWidth, blocks, expansion, groupWidth, depth);
    }

    public R3GanGenerator width(int channels) {
        return new R3GanGenerator(latent, channels, maxWidth, blocks, expansion, groupWidth, depth);
    }

    public R3GanGenerator maxWidth(int channels) {
        return new R3GanGenerator(latent, width, channels, blocks, expansion, groupWidth, depth);
    }

    public R3GanGenerator blocks(int perSize) {
        return new R3GanGenerator(latent, width, maxWidth, perSize, expansion, groupWidth, depth);
    }

    public R3GanGenerator expansion(int factor) {
        return new R3GanGenerator(latent, width, maxWidth, blocks, factor, groupWidth, depth);
    }

    public R3GanGenerator groupWidth(int channels) {
        return new R3GanGenerator(latent, width, maxWidth, blocks, expansion, channels, depth);
    }

    public R3GanGenerator depth(int doublings) {
        return new R3GanGenerator(latent, width, maxWidth, blocks, expansion, groupWidth, doublings);
    }

    @Override
    public String name() {
        return "r3gan";
    }

    @Override
    public String summary() {
        return "residual blocks without normalization, with interpolation (Huang et al. 2024)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(R3GanStages.problems(spec.output(), depth));
        if (latent < 1) {
            problems.add(THIS + " needs at least one latent, not " + latent + ": choose 64, as in the paper");
        }
        int halvings = problems.isEmpty() ? R3GanStages.of(spec.output(), depth).count() : 0;
        problems.addAll(widths().problems(THIS, halvings));
        problems.addAll(InputCheck.latents(THIS, spec));
        return problems;
    }

    private R3GanWidths widths() {
        return new R3GanWidths(width, maxWidth, blocks, expansion, groupWidth);
    }

    @Override
    public R3GanGenerator resolved(NetworkSpec spec) {
        return depth(R3GanStages.of(spec.output(), depth).count());
    }

    @Override
    public Network build(NetworkSpec spec) {
        Shape sample = spec.output();
        R3GanStages stages = R3GanStages.of(sample, depth);
        R3GanWidths widths = widths();
        int given = spec.input().shape().dim(0);
        int channels = widths.channels(stages.count());

        Sequential.Builder network = Sequential.in(spec.scope()).input(given);
        network.add(new GenerativeBasis(network.scope("basis"), given, channels, stages));
        for (int halvings = stages.count(); halvings >= 0; halvings--) {
            String size = "up" + (stages.count() - halvings);
            int out = widths.channels(halvings);
            if (out != channels) {
                network.add(PointwiseConvolution.of(
                        network.scope(size), channels, out, Initialization.byFanIn(channels, 1), false));
                channels = out;
            }
            if (halvings < stages.count()) {
                network.add(Interpolation.doubling());
            }
            widths.add(network, size, halvings, stages.count() + 1);
        }
        double deviation = Initialization.byFanIn(channels, 1);
        return network.add(PointwiseConvolution.of(network.scope("image"), channels, sample.dim(0), deviation, false))
                .build();
    }
}
