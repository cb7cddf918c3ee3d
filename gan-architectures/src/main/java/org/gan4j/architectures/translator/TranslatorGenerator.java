package org.gan4j.architectures.translator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.tensor.Shape;

/**
 * CycleGAN's generator, from images [N,C,H,W] to images [N,C′,H,W]. With n for normalization, r for ReLU, w for the width,
 * and convolutions that are padded by reflection where marked with *:
 *
 * <pre>
 * first   r(n(7×7 convolution*)), w channels
 * down1   r(n(3×3 convolution of stride 2)), 2w channels
 * down2   r(n(3×3 convolution of stride 2)), 4w channels
 * blocks  x + n(3×3 convolution*(r(n(3×3 convolution*(x)))))
 * up2     r(n(3×3 transposed convolution of stride 2)), 2w channels
 * up1     r(n(3×3 transposed convolution of stride 2)), w channels
 * image   tanh(7×7 convolution*), C′ channels
 * </pre>
 *
 * It is convolutional, so a network that is built for one size of images can be applied to any other of multiples of 4.
 * Convolutions before a normalization have no bias, which it would remove again. Initial weights have a deviation of
 * 0.02, as in the paper.
 *
 * @param width channels at the full size; 64 in the paper
 * @param blocks the number of residual blocks; 0 chooses the paper's 6 for images up to 128 pixels high and wide, and 9
 *     for larger ones
 * @param normalization after each convolution but the last; AUTO is instance normalization, as in the paper, which does
 *     not mix the samples of a batch. It has a factor and a shift per channel
 * @param upsampling the layer that doubles height and width; TRANSPOSED_3 in the paper. NEAREST avoids checkerboards
 */
public record TranslatorGenerator(int width, int blocks, Normalization normalization, Upsampling upsampling)
        implements GeneratorArchitecture {
    private static final int AUTO = 0;
    private static final int FEW = 6;
    private static final int MANY = 9;
    private static final int SMALL = 128;
    private static final int DIVISOR = 4;
    /** Padding by reflection needs two pixels at a quarter of the size. */
    private static final int SMALLEST = 2 * DIVISOR;

    static TranslatorGenerator defaults() {
        return new TranslatorGenerator(64, AUTO, Normalization.AUTO, Upsampling.TRANSPOSED_3);
    }

    public TranslatorGenerator width(int channels) {
        return new TranslatorGenerator(channels, blocks, normalization, upsampling);
    }

    public TranslatorGenerator blocks(int count) {
        return new TranslatorGenerator(width, count, normalization, upsampling);
    }

    public TranslatorGenerator normalization(Normalization kind) {
        return new TranslatorGenerator(width, blocks, kind, upsampling);
    }

    public TranslatorGenerator upsampling(Upsampling kind) {
        return new TranslatorGenerator(width, blocks, normalization, kind);
    }

    @Override
    public String name() {
        return "resnet-translator";
    }

    @Override
    public String summary() {
        return "images to images by residual blocks (CycleGAN, Zhu et al. 2017)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.samples("CycleGAN's generator", spec));
        if (spec.latents().isEmpty()) {
            shapeProblem(spec.input().shape(), spec.output()).ifPresent(problems::add);
        }
        if (width < 1 || blocks < AUTO) {
            problems.add("CycleGAN's generator needs at least one channel and one block, not " + width + " and "
                    + blocks + ": choose a width of at least 1, and at least 1 block or 0 to derive their number");
        }
        return problems;
    }

    private static Optional<String> shapeProblem(Shape in, Shape out) {
        if (in.rank() != 3 || out.rank() != 3 || in.dim(1) != out.dim(1) || in.dim(2) != out.dim(2)) {
            return Optional.of("CycleGAN's generator maps images to images of the same height and width, not " + in
                    + " to " + out + ": resize one of them or choose another generator");
        }
        if (in.dim(1) % DIVISOR != 0 || in.dim(2) % DIVISOR != 0 || Math.min(in.dim(1), in.dim(2)) < SMALLEST) {
            return Optional.of("CycleGAN's generator needs a height and width of at least 8, divisible by 4; the images"
                    + " are " + in.dim(1) + "×" + in.dim(2) + ": resize, crop or pad them");
        }
        return Optional.empty();
    }

    /** Resolves AUTO by the size of the images. */
    @Override
    public TranslatorGenerator resolved(NetworkSpec spec) {
        Shape image = spec.input().shape();
        int usual = Math.max(image.dim(1), image.dim(2)) <= SMALL ? FEW : MANY;
        return normalization(normalization == Normalization.AUTO ? Normalization.INSTANCE : normalization)
                .blocks(blocks == AUTO ? usual : blocks);
    }

    @Override
    public Network build(NetworkSpec spec) {
        TranslatorGenerator decided = resolved(spec);
        TranslatorLayers layers = new TranslatorLayers(decided.normalization, upsampling);
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dims());
        network.add(layers.first(network.scope("first"), spec.input().shape().dim(0), width));
        network.add(layers.down(network.scope("down1"), width));
        network.add(layers.down(network.scope("down2"), 2 * width));
        network.add(layers.blocks(network.scope("blocks"), decided.blocks, DIVISOR * width));
        network.add(layers.up(network.scope("up2"), 2 * width));
        network.add(layers.up(network.scope("up1"), width));
        return network.add(layers.image(
                        network.scope("image"), width, spec.output().dim(0)))
                .build();
    }
}
