package org.gan4j.architectures.progressive;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.EqualizedConvolution;
import org.gan4j.architectures.layers.LatentImage;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.PixelNorm;
import org.gan4j.architectures.layers.Resizing;
import org.gan4j.tensor.Shape;

/**
 * ProGAN's generator: latents on a sphere, a linear map to the smallest image, two 3×3 convolutions at each size, each
 * with a leaky rectifier and pixelwise normalization, and a linear map to colors. Nothing bounds the pixels.
 *
 * @param latent the number of latents; 512 in the paper
 * @param base the number of channels times the side of the image; 16384 in the paper, so that 1024×1024 has 16
 * @param maxWidth the most channels; 512 in the paper
 * @param filtered whether images are doubled with the filter [1,3,3,1] in place of repeated pixels, as in StyleGAN
 */
public record ProgressiveGenerator(int latent, int base, int maxWidth, boolean filtered)
        implements GeneratorArchitecture {
    private static final String THIS = "the progressive generator";

    static ProgressiveGenerator defaults() {
        return new ProgressiveGenerator(512, 16384, 512, false);
    }

    public ProgressiveGenerator latent(int count) {
        return new ProgressiveGenerator(count, base, maxWidth, filtered);
    }

    public ProgressiveGenerator base(int channelsTimesSide) {
        return new ProgressiveGenerator(latent, channelsTimesSide, maxWidth, filtered);
    }

    public ProgressiveGenerator maxWidth(int channels) {
        return new ProgressiveGenerator(latent, base, channels, filtered);
    }

    public ProgressiveGenerator filtered(boolean interpolates) {
        return new ProgressiveGenerator(latent, base, maxWidth, interpolates);
    }

    @Override
    public String name() {
        return "progressive";
    }

    @Override
    public String summary() {
        return "convolutions at each size, which can grow (ProGAN, Karras et al. 2018)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(Ladder.problems(THIS, spec.output(), base, maxWidth));
        if (latent < 1) {
            problems.add(THIS + " needs at least one latent, not " + latent + ": choose 512, as in the paper");
        }
        problems.addAll(InputCheck.latents(THIS, spec, Fading.FADE));
        return problems;
    }

    @Override
    public Network build(NetworkSpec spec) {
        Ladder ladder = Ladder.of(spec.output(), base, maxWidth);
        VariableScope scope = spec.scope();
        int given = spec.input().shape().dim(0);
        List<Layer> blocks = new ArrayList<>();
        blocks.add(first(scope.child(ladder.name(0)), given, ladder));
        for (int i = 1; i < ladder.count(); i++) {
            blocks.add(block(scope.child(ladder.name(i)), ladder.channels(i - 1), ladder.channels(i)));
        }
        List<Layer> images = new ArrayList<>();
        int kept = Fading.in(spec) ? 2 : 1;
        for (int i = Math.max(0, ladder.count() - kept); i < ladder.count(); i++) {
            images.add(EqualizedConvolution.of(
                    scope.child(ladder.name(i)).child("image"),
                    ladder.channels(i),
                    spec.output().dim(0),
                    1,
                    1));
        }
        return new GrowingGenerator(scope.path(), blocks, images);
    }

    private static Layer first(VariableScope scope, int latent, Ladder ladder) {
        int channels = ladder.channels(0);
        List<Layer> layers = new ArrayList<>(List.of(
                new PixelNorm(),
                new LatentImage(scope.child("latents"), latent, Shape.of(channels, ladder.height(), ladder.width()))));
        activate(layers);
        layers.add(EqualizedConvolution.resizing(scope.child("conv"), channels, channels, Resizing.NONE));
        activate(layers);
        return Layer.chain("first block", layers);
    }

    private Layer block(VariableScope scope, int in, int out) {
        List<Layer> layers = new ArrayList<>();
        layers.add(EqualizedConvolution.resizing(scope.child("up"), in, out, Resizing.up(filtered)));
        activate(layers);
        layers.add(EqualizedConvolution.resizing(scope.child("conv"), out, out, Resizing.NONE));
        activate(layers);
        return Layer.chain("block", layers);
    }

    private static void activate(List<Layer> layers) {
        layers.add(Activation.LEAKY_RELU.layer());
        layers.add(new PixelNorm());
    }
}
