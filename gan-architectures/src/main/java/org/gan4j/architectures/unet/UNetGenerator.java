package org.gan4j.architectures.unet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.tensor.Shape;

/**
 * pix2pix's U-Net generator (<a href="https://arxiv.org/abs/1611.07004">Isola et al. 2017</a>, section 6.1), from images
 * [N,C,H,W] to images [N,C′,H,W]. An encoder halves the image {@code depth} times by 4×4 convolutions of stride 2; a
 * decoder doubles it again. Each stage of the decoder but the innermost also reads what the encoder has at its size. With
 * n for normalization, d for dropout and [a, b] for concatenated channels:
 *
 * <pre>
 * e₁ = conv(x)   eᵢ = n(conv(leaky ReLU(eᵢ₋₁)))   e_depth has no n: at 1×1, it would be 0
 * u_depth = d(n(up(ReLU(e_depth))))   uᵢ = d(n(up(ReLU([eᵢ, uᵢ₊₁]))))   y = tanh(up(ReLU([e₁, u₂])))
 * </pre>
 *
 * where d applies to the three innermost stages, and leaky ReLU has a slope of 0.2. The channels of eᵢ and of the
 * doubling to its size are width · 2^(i-1), at most eight times the width. Convolutions before a normalization have no
 * bias, which it would remove again. Initial weights have a deviation of 0.02, as in the paper.
 *
 * <p>The paper keeps dropout and the batch's own moments when it generates, as its only noise. Here they belong to
 * training; inference applies no dropout and the running moments, so an image has one translation, whatever the batch.
 *
 * @param width channels after the first convolution; 64 in the paper
 * @param depth the number of halvings; 0 halves as often as height and width allow, to 1×1 for squares of a power of two,
 *     at most 8 times as in the paper
 * @param dropout the probability of dropout in the three innermost stages of the decoder; 0.5 in the paper, 0 for none
 * @param normalization after each convolution but the first, the innermost and the last; AUTO is batch normalization, as
 *     in the paper. INSTANCE does not mix the samples of a batch
 * @param upsampling the layer that doubles height and width; TRANSPOSED in the paper
 */
public record UNetGenerator(int width, int depth, double dropout, Normalization normalization, Upsampling upsampling)
        implements GeneratorArchitecture {
    static final int AUTO = 0;
    private static final int MOST = 8;

    static UNetGenerator defaults() {
        return new UNetGenerator(64, AUTO, 0.5, Normalization.AUTO, Upsampling.TRANSPOSED);
    }

    public UNetGenerator width(int channels) {
        return new UNetGenerator(channels, depth, dropout, normalization, upsampling);
    }

    public UNetGenerator depth(int halvings) {
        return new UNetGenerator(width, halvings, dropout, normalization, upsampling);
    }

    public UNetGenerator dropout(double probability) {
        return new UNetGenerator(width, depth, probability, normalization, upsampling);
    }

    public UNetGenerator normalization(Normalization kind) {
        return new UNetGenerator(width, depth, dropout, kind, upsampling);
    }

    public UNetGenerator upsampling(Upsampling kind) {
        return new UNetGenerator(width, depth, dropout, normalization, kind);
    }

    @Override
    public String name() {
        return "unet";
    }

    @Override
    public String summary() {
        return "images to images by a U-Net (pix2pix, Isola et al. 2017)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.samples("the U-Net generator", spec));
        if (spec.latents().isEmpty()) {
            shapeProblem(spec.input().shape(), spec.output()).ifPresent(problems::add);
        }
        if (width < 1 || depth < AUTO) {
            problems.add("the U-Net generator needs at least one channel and one halving, not " + width + " and "
                    + depth + ": choose a width of at least 1, and a depth of at least 1 or 0 to derive it");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            problems.add("the U-Net generator's dropout is a probability of at least 0 and below 1, not " + dropout
                    + ": choose one, such as 0.5");
        }
        return problems;
    }

    private Optional<String> shapeProblem(Shape in, Shape out) {
        if (in.rank() != 3 || out.rank() != 3 || in.dim(1) != out.dim(1) || in.dim(2) != out.dim(2)) {
            return Optional.of("the U-Net generator maps images to images of the same height and width, not " + in
                    + " to " + out + ": resize one of them or choose another generator");
        }
        int most = halvings(in);
        if (most < 1 || depth > most) {
            String needed = depth > 1
                    ? "divisible by " + (1L << Math.min(depth, Long.SIZE - 2)) + ", for a depth of " + depth
                    : "divisible by 2";
            return Optional.of("the U-Net generator needs a height and width " + needed + "; the images are "
                    + in.dim(1) + "×" + in.dim(2) + ": resize, crop or pad them"
                    + (most < 1 ? "" : ", or choose a depth of at most " + most));
        }
        return Optional.empty();
    }

    /** Returns how often height and width can be halved. */
    private static int halvings(Shape image) {
        return image.size() == 0
                ? 0
                : Math.min(Integer.numberOfTrailingZeros(image.dim(1)), Integer.numberOfTrailingZeros(image.dim(2)));
    }

    /** Resolves AUTO to batch normalization even under a gradient penalty, which concerns the critic only. */
    @Override
    public UNetGenerator resolved(NetworkSpec spec) {
        return normalization(normalization == Normalization.AUTO ? Normalization.BATCH : normalization)
                .depth(depth == AUTO ? Math.min(MOST, halvings(spec.input().shape())) : depth);
    }

    @Override
    public Network build(NetworkSpec spec) {
        return new UNetStages(resolved(spec)).network(spec);
    }
}
