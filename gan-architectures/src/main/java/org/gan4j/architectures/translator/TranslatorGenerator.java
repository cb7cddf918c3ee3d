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
 * down2   r(n(3×3 convolution of stride 2)), 4w channels; as many as there are halvings
 * blocks  x + n(3×3 convolution*(r(n(3×3 convolution*(x)))))
 * up2     r(n(3×3 transposed convolution of stride 2)), 2w channels
 * up1     r(n(3×3 transposed convolution of stride 2)), w channels
 * image   tanh(7×7 convolution*), C′ channels
 * </pre>
 *
 * It is convolutional, so a network that is built for one size of images can be applied to any other of multiples of 4
 * (with two halvings).
 * Convolutions before a normalization have no bias, which it would remove again. Initial weights have a deviation of
 * 0.02, as in the paper.
 *
 * @param width channels at the full size; 64 in the paper
 * @param blocks the number of residual blocks; 0 chooses the paper's 6 for images up to 128 pixels high and wide, and 9
 *     for larger ones
 * @param halvings the number of times that height and width are halved before the blocks, 0 to 4; 2 in the paper, for
 *     images of 256 pixels. Small images keep more of their detail with 1
 * @param normalization after each convolution but the last; AUTO is instance normalization, as in the paper, which does
 *     not mix the samples of a batch. It has a factor and a shift per channel
 * @param upsampling the layer that doubles height and width; TRANSPOSED_3 in the paper. NEAREST avoids checkerboards
 */
public record TranslatorGenerator(
        int width, int blocks, int halvings, Normalization normalization, Upsampling upsampling)
        implements GeneratorArchitecture {
    private static final int AUTO = 0;
    private static final int FEW = 6;
    private static final int MANY = 9;
    private static final int SMALL = 128;
    private static final int HALVINGS = 2;
    private static final int MOST_HALVINGS = 4;
    /** Padding by reflection needs more pixels than it adds. */
    private static final int SMALLEST = 4;

    static TranslatorGenerator defaults() {
        return new TranslatorGenerator(64, AUTO, HALVINGS, Normalization.AUTO, Upsampling.TRANSPOSED_3);
    }

    public TranslatorGenerator width(int channels) {
        return new TranslatorGenerator(channels, blocks, halvings, normalization, upsampling);
    }

    public TranslatorGenerator blocks(int count) {
        return new TranslatorGenerator(width, count, halvings, normalization, upsampling);
    }

    public TranslatorGenerator halvings(int count) {
        return new TranslatorGenerator(width, blocks, count, normalization, upsampling);
    }

    public TranslatorGenerator normalization(Normalization kind) {
        return new TranslatorGenerator(width, blocks, halvings, kind, upsampling);
    }

    public TranslatorGenerator upsampling(Upsampling kind) {
        return new TranslatorGenerator(width, blocks, halvings, normalization, kind);
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
        if (halvings < 0 || halvings > MOST_HALVINGS) {
            problems.add("CycleGAN's generator halves images 0 to " + MOST_HALVINGS + " times, not " + halvings
                    + ": 2 is the paper's");
        } else if (spec.latents().isEmpty()) {
            shapeProblem(spec.input().shape(), spec.output()).ifPresent(problems::add);
        }
        if (width < 1 || blocks < AUTO) {
            problems.add("CycleGAN's generator needs at least one channel and one block, not " + width + " and "
                    + blocks + ": choose a width of at least 1, and at least 1 block or 0 to derive their number");
        }
        return problems;
    }

    private Optional<String> shapeProblem(Shape in, Shape out) {
        if (in.rank() != 3 || out.rank() != 3 || in.dim(1) != out.dim(1) || in.dim(2) != out.dim(2)) {
            return Optional.of("CycleGAN's generator maps images to images of the same height and width, not " + in
                    + " to " + out + ": resize one of them or choose another generator");
        }
        int divisor = 1 << halvings;
        int smallest = Math.max(SMALLEST, 2 * divisor);
        if (in.dim(1) % divisor != 0 || in.dim(2) % divisor != 0 || Math.min(in.dim(1), in.dim(2)) < smallest) {
            return Optional.of(
                    "CycleGAN's generator with " + halvings + " halvings needs a height and width of at least "
                            + smallest + ", divisible by " + divisor + "; the images are " + in.dim(1) + "×" + in.dim(2)
                            + ": resize, crop or pad them");
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
        for (int i = 1; i <= halvings; i++) {
            network.add(layers.down(network.scope("down" + i), width << (i - 1)));
        }
        network.add(layers.blocks(network.scope("blocks"), decided.blocks, width << halvings));
        for (int i = halvings; i >= 1; i--) {
            network.add(layers.up(network.scope("up" + i), width << (i - 1)));
        }
        return network.add(layers.image(
                        network.scope("image"), width, spec.output().dim(0)))
                .build();
    }
}
