package org.gan4j.architectures.patch;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Channels;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;

/**
 * PatchGAN's critic: convolutions with kernel 4 from images [N,C,H,W] to a map of scores, [N,1,h,w], one per patch. The
 * first {@code layers} convolutions halve the image, two more keep its size but for one pixel. All but the last are
 * followed by the activation, all but the first and the last also by normalization. Initial weights have a deviation of
 * 0.02, as in the paper.
 *
 * @param layers the number of convolutions that halve; 3 gives patches of 70×70 pixels, 2 of 34×34, 1 of 16×16
 * @param width channels after the first convolution, doubled by each of the next; 64 in the paper
 * @param maxWidth the largest number of channels that doubling may reach; 512 in the paper. A larger width is kept
 * @param activation after each convolution but the last; AUTO is leaky ReLU (0.2)
 * @param normalization after each convolution but the first and the last; AUTO is batch normalization, as in pix2pix, or
 *     layer normalization under a gradient penalty. INSTANCE is CycleGAN's
 */
public record PatchCritic(int layers, int width, int maxWidth, Activation activation, Normalization normalization)
        implements CriticArchitecture {
    private static final int KERNEL = 4;
    private static final double DEVIATION = 0.02;
    /** Two convolutions of stride 1 remain, each of which takes a pixel. */
    private static final int SMALLEST = 3;

    static PatchCritic defaults() {
        return new PatchCritic(3, 64, 512, Activation.AUTO, Normalization.AUTO);
    }

    public PatchCritic layers(int halvings) {
        return new PatchCritic(halvings, width, maxWidth, activation, normalization);
    }

    public PatchCritic width(int channels) {
        return new PatchCritic(layers, channels, maxWidth, activation, normalization);
    }

    public PatchCritic maxWidth(int channels) {
        return new PatchCritic(layers, width, channels, activation, normalization);
    }

    public PatchCritic activation(Activation kind) {
        return new PatchCritic(layers, width, maxWidth, kind, normalization);
    }

    public PatchCritic normalization(Normalization kind) {
        return new PatchCritic(layers, width, maxWidth, activation, kind);
    }

    @Override
    public String name() {
        return "patch";
    }

    @Override
    public String summary() {
        return "scores of the patches of an image (PatchGAN, Isola et al. 2017)";
    }

    /** Returns the height and width, in pixels, of the patch that a score depends on: 70 for 3 layers. */
    public int receptiveField() {
        int field = 1 + 2 * (KERNEL - 1);
        for (int i = 0; i < layers; i++) {
            field = (field - 1) * 2 + KERNEL;
        }
        return field;
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.conditions("PatchGAN's critic", spec));
        Shape sample = spec.input().shape();
        if (sample.rank() != 3) {
            problems.add("PatchGAN scores images, channels×height×width; the data have shape " + sample
                    + ": choose another architecture");
        } else if (most(sample) < 1) {
            problems.add("PatchGAN needs images of at least 6×6 pixels; the data are " + sample.dim(1) + "×"
                    + sample.dim(2) + ": enlarge them or choose another architecture");
        } else if (layers < 1 || layers > most(sample)) {
            problems.add("PatchGAN cannot halve " + sample.dim(1) + "×" + sample.dim(2) + " images " + layers
                    + " times: choose from 1 to " + most(sample) + " layers");
        }
        if (width < 1 || maxWidth < 1) {
            problems.add("PatchGAN's critic needs at least one channel, not " + width + " limited to " + maxWidth
                    + ": choose a width and a maxWidth of at least 1");
        }
        return problems;
    }

    private static int most(Shape sample) {
        int count = 0;
        while (Math.min(sample.dim(1), sample.dim(2)) >> (count + 1) >= SMALLEST) {
            count++;
        }
        return count;
    }

    @Override
    public PatchCritic resolved(NetworkSpec spec) {
        return activation(activation.or(Activation.LEAKY_RELU)).normalization(normalization.resolved(spec));
    }

    @Override
    public Network build(NetworkSpec spec) {
        return resolved(spec).built(spec);
    }

    private Network built(NetworkSpec spec) {
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dims());
        int channels = spec.input().shape().dim(0);
        for (int i = 0; i <= layers; i++) {
            int out = Channels.doubled(width, i, maxWidth);
            int stride = i < layers ? 2 : 1;
            boolean normalized = i > 0 && normalization != Normalization.NONE;
            network.add(Convolution.of(
                    network.scope("patch" + i), channels, out, KERNEL, stride, 1, DEVIATION, !normalized));
            if (normalized) {
                normalization.layer(network.scope("norm" + i), out, DEVIATION).ifPresent(network::add);
            }
            network.add(activation.layer());
            channels = out;
        }
        network.head(Outputs.FEATURES);
        return network.add(Convolution.of(network.scope("score"), channels, 1, KERNEL, 1, 1, DEVIATION, true))
                .build();
    }
}
