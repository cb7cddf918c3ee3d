package org.gan4j.architectures.srresnet;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.PRelu;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.architectures.mlp.Output;
import org.gan4j.tensor.Shape;

/**
 * SRResNet, SRGAN's generator, from images [N,C,h,w] to [N,C,s·h,s·w]; the scale s of 2, 4 or 8 is that of the shapes in
 * the spec. With n for normalization:
 *
 * <pre>
 * first   9×9 convolution, PReLU
 * blocks  x + n(3×3 convolution(PReLU(n(3×3 convolution(x)))))
 * body    first + n(3×3 convolution(blocks))
 * up      3×3 convolution to four times the channels, pixel shuffle, PReLU; once per doubling
 * image   9×9 convolution, tanh
 * </pre>
 *
 * It is convolutional, so a network that is built for one size of images can be applied to any other. Convolutions before
 * a normalization have no bias, which it would remove again.
 *
 * @param width channels of all layers but the last; 64 in the paper
 * @param blocks the number of residual blocks; 16 in the paper
 * @param normalization in each block and after the last one; AUTO is batch normalization. NONE is EDSR's choice (<a
 *     href="https://arxiv.org/abs/1707.02921">Lim et al. 2017</a>), which keeps the contrast of images; the second
 *     convolution of each block then begins at a tenth of the usual deviation, so that the sum of many blocks stays small
 * @param base the image that the output is added to; NONE in the paper
 * @param output the function after the last convolution; AUTO is TANH as in the paper, or LINEAR with a base
 */
public record SrResNetGenerator(int width, int blocks, Normalization normalization, Base base, Output output)
        implements GeneratorArchitecture {
    private static final int MOST_DOUBLINGS = 3;
    private static final int OUTER_KERNEL = 9;
    private static final double UNNORMALIZED_BLOCK = 0.1;
    /** The difference from a base begins at about a hundredth of the range of images. */
    private static final double DIFFERENCE = 0.01;

    static SrResNetGenerator defaults() {
        return new SrResNetGenerator(64, 16, Normalization.AUTO, Base.NONE, Output.AUTO);
    }

    public SrResNetGenerator width(int channels) {
        return new SrResNetGenerator(channels, blocks, normalization, base, output);
    }

    public SrResNetGenerator blocks(int count) {
        return new SrResNetGenerator(width, count, normalization, base, output);
    }

    public SrResNetGenerator normalization(Normalization kind) {
        return new SrResNetGenerator(width, blocks, kind, base, output);
    }

    public SrResNetGenerator base(Base kind) {
        return new SrResNetGenerator(width, blocks, normalization, kind, output);
    }

    public SrResNetGenerator output(Output kind) {
        return new SrResNetGenerator(width, blocks, normalization, base, kind);
    }

    @Override
    public String name() {
        return "srresnet";
    }

    @Override
    public String summary() {
        return "residual blocks that enlarge images 2, 4 or 8 times (SRGAN, Ledig et al. 2017)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.samples("SRResNet", spec));
        if (spec.latents().isEmpty() && doublings(spec) == 0) {
            problems.add("SRResNet makes images 2, 4 or 8 times as high and as wide, with the same channels, which "
                    + spec.input().shape() + " to " + spec.output()
                    + " is not: choose another scale, or images whose height and width it divides");
        }
        if (width < 1 || blocks < 1) {
            problems.add("SRResNet needs at least one channel and one block, not " + width + " and " + blocks
                    + ": choose a width and a number of blocks of at least 1");
        }
        if (base != Base.NONE && output == Output.TANH) {
            problems.add("SRResNet adds its output to the base " + base + ", so TANH would limit the difference"
                    + " instead of the image: choose the output LINEAR or AUTO, or the base NONE");
        }
        return problems;
    }

    /** Returns the number of doublings from the input to the output, 0 if the output is no such enlargement. */
    private static int doublings(NetworkSpec spec) {
        Shape small = spec.input().shape();
        if (small.rank() != 3 || small.size() == 0) {
            return 0;
        }
        for (int i = 1; i <= MOST_DOUBLINGS; i++) {
            Shape large = Shape.of(small.dim(0), (long) small.dim(1) << i, (long) small.dim(2) << i);
            if (large.equals(spec.output())) {
                return i;
            }
        }
        return 0;
    }

    /** Resolves AUTO to batch normalization even under a gradient penalty, which concerns the critic only. */
    @Override
    public SrResNetGenerator resolved(NetworkSpec spec) {
        Output usual = base == Base.NONE ? Output.TANH : Output.LINEAR;
        return normalization(normalization == Normalization.AUTO ? Normalization.BATCH : normalization)
                .output(output == Output.AUTO ? usual : output);
    }

    @Override
    public Network build(NetworkSpec spec) {
        return resolved(spec).built(spec);
    }

    private Network built(NetworkSpec spec) {
        Shape small = spec.input().shape();
        Sequential.Builder network = Sequential.in(spec.scope()).input(small.dims());
        network.add(first(network.scope("first"), small.dim(0)));
        network.add(body(network.scope("body")));
        for (int i = 1; i <= doublings(spec); i++) {
            network.add(up(network.scope("up" + i)));
        }
        double deviation = deviation(width, OUTER_KERNEL) * (base == Base.NONE ? 1 : DIFFERENCE);
        network.add(Convolution.same(network.scope("image"), width, small.dim(0), OUTER_KERNEL, deviation, true));
        if (output == Output.TANH) {
            network.add(Activation.TANH.layer());
        }
        return base == Base.NONE ? network.build() : new OverBicubic(network.build());
    }

    private Layer first(VariableScope scope, int channels) {
        return Layer.chain(
                "convolution 9×9, prelu",
                List.of(
                        Convolution.same(
                                scope.child("conv"),
                                channels,
                                width,
                                OUTER_KERNEL,
                                deviation(channels, OUTER_KERNEL),
                                true),
                        new PRelu(scope.child("prelu"), width)));
    }

    private Layer body(VariableScope scope) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i <= blocks; i++) {
            layers.add(block(scope.child("block" + i)));
        }
        layers.addAll(normalized(scope.child("conv"), scope.child("norm"), 1));
        return Layer.residual(blocks + " residual blocks", layers);
    }

    private Layer block(VariableScope scope) {
        List<Layer> layers = new ArrayList<>(normalized(scope.child("conv1"), scope.child("norm1"), 1));
        layers.add(new PRelu(scope.child("prelu"), width));
        double gain = normalization == Normalization.NONE ? UNNORMALIZED_BLOCK : 1;
        layers.addAll(normalized(scope.child("conv2"), scope.child("norm2"), gain));
        return Layer.residual("residual block", layers);
    }

    /** Returns a convolution and its normalization, if there is one. */
    private List<Layer> normalized(VariableScope convolution, VariableScope norm, double gain) {
        boolean biased = normalization == Normalization.NONE;
        List<Layer> layers = new ArrayList<>();
        layers.add(Convolution.same(convolution, width, width, 3, gain * deviation(width, 3), biased));
        normalization.layer(norm, width, 0).ifPresent(layers::add);
        return layers;
    }

    private Layer up(VariableScope scope) {
        return Layer.chain(
                "3×3, pixel shuffle, prelu",
                List.of(
                        Upsampling.PIXEL_SHUFFLE.layer(scope.child("conv"), width, width, deviation(width, 3), true),
                        new PRelu(scope.child("prelu"), width)));
    }

    private static double deviation(int in, int kernel) {
        return Initialization.byFanIn(in * kernel * kernel, 1);
    }
}
