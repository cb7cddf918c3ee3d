package org.gan4j.architectures.refiner;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;

/**
 * A critic of small patches, in the manner of SimGAN's (<a href="https://arxiv.org/abs/1612.07828">Shrivastava et al.
 * 2017</a>, section 2.2): 3×3 convolutions, a 1×1 convolution, each with leaky ReLU, and a 1×1 convolution to a map of
 * scores, [N,1,h,w]. Since a score depends on a few pixels only, the refiner gains nothing from changing the whole image.
 * There is no normalization. Unlike {@code patch}, it fits images of a few pixels. Initial weights are those of <a
 * href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>.
 *
 * @param layers the number of 3×3 convolutions; 3 by default, which without halvings give patches of 7×7 pixels
 * @param halvings the number of these, from the first on, that halve the image; 0 by default, 2 in the paper's critics
 *     of 55×35 pixels
 * @param width channels of the convolutions; 64 by default
 */
public record LocalCritic(int layers, int halvings, int width) implements CriticArchitecture {
    private static final int KERNEL = 3;
    private static final Activation ACTIVATION = Activation.LEAKY_RELU;

    static LocalCritic defaults() {
        return new LocalCritic(3, 0, 64);
    }

    public LocalCritic layers(int count) {
        return new LocalCritic(count, halvings, width);
    }

    public LocalCritic halvings(int count) {
        return new LocalCritic(layers, count, width);
    }

    public LocalCritic width(int channels) {
        return new LocalCritic(layers, halvings, channels);
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String summary() {
        return "scores of small patches of an image (SimGAN, Shrivastava et al. 2017)";
    }

    /** Returns the height and width, in pixels, of the patch that a score depends on: 7 by default. */
    public int receptiveField() {
        int field = 1;
        int stride = 1;
        for (int i = 0; i < layers; i++) {
            field += (KERNEL - 1) * stride;
            stride *= i < halvings ? 2 : 1;
        }
        return field;
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.conditions("SimGAN's critic", spec));
        Shape sample = spec.input().shape();
        if (sample.rank() != 3 || sample.size() == 0) {
            problems.add("SimGAN's critic scores images, channels×height×width; the data have shape " + sample
                    + ": choose another architecture");
        }
        if (layers < 1 || halvings < 0 || halvings > layers || width < 1) {
            problems.add(
                    "SimGAN's critic needs at least one layer and one channel, and no more halvings than layers; it"
                            + " has " + layers + " layers, " + width + " channels and " + halvings
                            + " halvings: change those that do not fit");
        }
        return problems;
    }

    @Override
    public Network build(NetworkSpec spec) {
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dims());
        int channels = spec.input().shape().dim(0);
        for (int i = 0; i < layers; i++) {
            double deviation = Initialization.byFanIn(KERNEL * KERNEL * channels, ACTIVATION.gain());
            int stride = i < halvings ? 2 : 1;
            network.add(Convolution.of(
                    network.scope("conv" + (i + 1)), channels, width, KERNEL, stride, 1, deviation, true));
            network.add(ACTIVATION.layer());
            channels = width;
        }
        double deviation = Initialization.byFanIn(width, ACTIVATION.gain());
        network.add(Convolution.same(network.scope("hidden"), width, width, 1, deviation, true));
        network.add(ACTIVATION.layer());
        network.head(Outputs.FEATURES);
        return network.add(
                        Convolution.same(network.scope("score"), width, 1, 1, Initialization.byFanIn(width, 1), true))
                .build();
    }
}
