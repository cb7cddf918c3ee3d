package org.gan4j.architectures.srresnet;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;

/**
 * SRGAN's critic: eight 3×3 convolutions, of which every second one halves the image and every second one but the first
 * doubles the channels, a linear layer of 1024 units at width 64, and a score. All but the score are followed by leaky
 * ReLU (0.2), and all convolutions but the first by normalization. Images may have any size, such as the paper's 96×96;
 * halvings round up. Initial weights are those of <a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>;
 * convolutions before a normalization have no bias.
 *
 * @param width channels of the first convolution, an eighth of those of the last; 64 in the paper
 * @param normalization after each convolution but the first; AUTO is batch normalization as in the paper, layer
 *     normalization under a gradient penalty, or none where the weights are normalized
 */
public record SrganCritic(int width, Normalization normalization) implements CriticArchitecture {
    private static final int CONVOLUTIONS = 8;
    private static final int HALVINGS = CONVOLUTIONS / 2;
    private static final int UNITS_PER_WIDTH = 16;
    private static final Activation ACTIVATION = Activation.LEAKY_RELU;

    static SrganCritic defaults() {
        return new SrganCritic(64, Normalization.AUTO);
    }

    public SrganCritic width(int channels) {
        return new SrganCritic(channels, normalization);
    }

    public SrganCritic normalization(Normalization kind) {
        return new SrganCritic(width, kind);
    }

    @Override
    public String name() {
        return "srgan";
    }

    @Override
    public String summary() {
        return "convolutions, half of which halve the image, then a score (SRGAN, Ledig et al. 2017)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.conditions("SRGAN's critic", spec));
        Shape image = spec.input().shape();
        if (image.rank() != 3 || image.size() == 0) {
            problems.add("SRGAN's critic scores images, channels×height×width; the data have shape " + image
                    + ": choose another architecture");
        } else if (normalization == Normalization.INSTANCE && places(image) == 1) {
            problems.add("SRGAN's critic reduces " + image.dim(1) + "×" + image.dim(2)
                    + " to one pixel, which instance normalization always sets to 0: choose another normalization,"
                    + " or images larger than 16×16");
        }
        if (width < 1) {
            problems.add("SRGAN's critic needs at least one channel, not " + width + ": choose a width of at least 1");
        }
        return problems;
    }

    /** Returns the number of pixels after all halvings. */
    private static int places(Shape image) {
        return halved(image.dim(1)) * halved(image.dim(2));
    }

    private static int halved(int length) {
        return (length + (1 << HALVINGS) - 1) >> HALVINGS;
    }

    @Override
    public SrganCritic resolved(NetworkSpec spec) {
        return normalization(normalization.resolved(spec));
    }

    @Override
    public Network build(NetworkSpec spec) {
        return resolved(spec).built(spec);
    }

    private Network built(NetworkSpec spec) {
        Shape image = spec.input().shape();
        Sequential.Builder network = Sequential.in(spec.scope()).input(image.dims());
        int channels = image.dim(0);
        for (int i = 1; i <= CONVOLUTIONS; i++) {
            int out = width << (i - 1) / 2;
            network.add(stage(network.scope("stage" + i), channels, out, i));
            channels = out;
        }
        int features = channels * places(image);
        int units = UNITS_PER_WIDTH * width;
        network.add(Layer.chain(
                "Linear, leaky relu",
                List.of(
                        Layer.function("reshape", x -> x.reshape(-1, features)),
                        new Linear(network.scope("hidden"), features, units, deviation(features)),
                        ACTIVATION.layer())));
        network.head(Outputs.FEATURES);
        network.add(new Linear(network.scope("score"), units, 1, Initialization.byFanIn(units, 1)));
        return network.add(Layer.function("reshape", x -> x.reshape(-1))).build();
    }

    private Layer stage(VariableScope scope, int in, int out, int number) {
        boolean normalized = number > 1 && normalization != Normalization.NONE;
        int stride = number % 2 == 0 ? 2 : 1;
        List<Layer> layers = new ArrayList<>();
        layers.add(Convolution.of(scope.child("conv"), in, out, 3, stride, 1, deviation(9 * in), !normalized));
        if (normalized) {
            normalization.layer(scope.child("norm"), out, 0).ifPresent(layers::add);
        }
        layers.add(ACTIVATION.layer());
        return Layer.chain("convolution 3×3" + (stride == 2 ? ", halving" : ""), layers);
    }

    private static double deviation(int fanIn) {
        return Initialization.byFanIn(fanIn, ACTIVATION.gain());
    }
}
