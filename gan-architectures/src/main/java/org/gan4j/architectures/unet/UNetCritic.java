package org.gan4j.architectures.unet;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.tensor.Shape;

/**
 * Real-ESRGAN's U-Net critic ("UNetDiscriminatorSN"), from images [N,C,H,W] to a map of scores, [N,1,H,W], one per pixel.
 * Three 4×4 convolutions halve the image and double the channels; bilinear enlargements with 3×3 convolutions lead back,
 * with the features of the same size added after each:
 *
 * <pre>
 * x₀ = a(conv₀(x))   x₁ = a(conv₁(x₀))   x₂ = a(conv₂(x₁))   x₃ = a(conv₃(x₂))
 * y₂ = a(conv₄(2↑x₃)) + x₂   y₁ = a(conv₅(2↑y₂)) + x₁   y₀ = a(conv₆(2↑y₁)) + x₀
 * scores = conv₉(a(conv₈(a(conv₇(y₀)))))
 * </pre>
 *
 * where a is leaky ReLU (0.2). Only the first and the last convolution have a bias. There is no normalization; the
 * wrapper {@code spectral-norm} adds the paper's, to the first and the last convolution too, which the paper leaves out.
 * Initial weights are those of <a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>.
 *
 * @param width channels at the full size, an eighth of those at the smallest; 64 in the paper
 */
public record UNetCritic(int width) implements CriticArchitecture {
    private static final int DIVISOR = 8;

    static UNetCritic defaults() {
        return new UNetCritic(64);
    }

    public UNetCritic width(int channels) {
        return new UNetCritic(channels);
    }

    @Override
    public String name() {
        return "unet";
    }

    @Override
    public String summary() {
        return "scores of the pixels of an image by a U-Net (Real-ESRGAN, Wang et al. 2021)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.conditions("the U-Net critic", spec));
        Shape image = spec.input().shape();
        if (image.rank() != 3) {
            problems.add("the U-Net critic scores images, channels×height×width; the data have shape " + image
                    + ": choose another architecture");
        } else if (image.dim(1) % DIVISOR != 0 || image.dim(2) % DIVISOR != 0 || image.size() == 0) {
            problems.add("the U-Net critic needs a height and width divisible by 8; the data are " + image.dim(1) + "×"
                    + image.dim(2) + ": resize, crop or pad them");
        }
        if (width < 1) {
            problems.add(
                    "the U-Net critic needs at least one channel, not " + width + ": choose a width of at least 1");
        }
        return problems;
    }

    @Override
    public Network build(NetworkSpec spec) {
        return UNetNetwork.of(spec.scope(), spec.input().shape().dim(0), width);
    }
}
