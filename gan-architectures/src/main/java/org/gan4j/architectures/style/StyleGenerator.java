package org.gan4j.architectures.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.progressive.Fading;
import org.gan4j.architectures.progressive.Ladder;

/**
 * A generator with styles. The switches make the rows of the paper's table 1: B, with a mapping network and styles, is C;
 * with a learned constant, D; with noise, E. Row F differs in training alone, see the application {@code style}.
 *
 * @param latent the number of latents z; 512 in the paper
 * @param size the number of values of w; 512 in the paper
 * @param depth the number of layers of the mapping network; 8 in the paper
 * @param base the number of channels times the side of the image; 16384 in the paper, 32768 in StyleGAN2
 * @param maxWidth the most channels; 512 in the paper
 * @param constant whether the smallest features are a learned constant, or a linear map of w
 * @param noise whether each layer adds noise
 * @param filtered whether images are doubled with the filter [1,3,3,1] in place of repeated pixels
 * @param modulation the way in which styles control layers
 * @param skips whether the image is the sum of the enlarged images of all sizes, as in StyleGAN2
 */
public record StyleGenerator(
        int latent,
        int size,
        int depth,
        int base,
        int maxWidth,
        boolean constant,
        boolean noise,
        boolean filtered,
        Modulation modulation,
        boolean skips)
        implements GeneratorArchitecture {
    private static final String THIS = "the style generator";

    static StyleGenerator defaults() {
        return new StyleGenerator(512, 512, 8, 16384, 512, true, true, true, Modulation.ADAPTIVE_NORM, false);
    }

    public StyleGenerator latent(int count) {
        return new StyleGenerator(count, size, depth, base, maxWidth, constant, noise, filtered, modulation, skips);
    }

    /** Returns a copy with another mapping network. */
    public StyleGenerator mapping(int valuesOfW, int layers) {
        return new StyleGenerator(
                latent, valuesOfW, layers, base, maxWidth, constant, noise, filtered, modulation, skips);
    }

    public StyleGenerator base(int channelsTimesSide) {
        return new StyleGenerator(
                latent, size, depth, channelsTimesSide, maxWidth, constant, noise, filtered, modulation, skips);
    }

    public StyleGenerator maxWidth(int channels) {
        return new StyleGenerator(latent, size, depth, base, channels, constant, noise, filtered, modulation, skips);
    }

    public StyleGenerator constant(boolean learned) {
        return new StyleGenerator(latent, size, depth, base, maxWidth, learned, noise, filtered, modulation, skips);
    }

    public StyleGenerator noise(boolean added) {
        return new StyleGenerator(latent, size, depth, base, maxWidth, constant, added, filtered, modulation, skips);
    }

    public StyleGenerator filtered(boolean interpolates) {
        return new StyleGenerator(
                latent, size, depth, base, maxWidth, constant, noise, interpolates, modulation, skips);
    }

    public StyleGenerator modulation(Modulation kind) {
        return new StyleGenerator(latent, size, depth, base, maxWidth, constant, noise, filtered, kind, skips);
    }

    public StyleGenerator skips(boolean sums) {
        return new StyleGenerator(latent, size, depth, base, maxWidth, constant, noise, filtered, modulation, sums);
    }

    @Override
    public String name() {
        return "style";
    }

    @Override
    public String summary() {
        return "layers controlled by styles of a mapping network (StyleGAN, StyleGAN2)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(Ladder.problems(THIS, spec.output(), base, maxWidth));
        if (latent < 1 || size < 1 || depth < 0) {
            problems.add(THIS + " needs at least one latent, one value of w and 0 layers of its mapping network, not "
                    + latent + ", " + size + " and " + depth + ": 512, 512 and 8 in the paper");
        }
        problems.addAll(InputCheck.latents(THIS, spec, Fading.FADE));
        return problems;
    }

    @Override
    public StyledNetwork build(NetworkSpec spec) {
        VariableScope scope = spec.scope();
        int given = spec.input().shape().dim(0);
        int values = depth == 0 ? given : size;
        Ladder ladder = Ladder.of(spec.output(), base, maxWidth);
        Mapping mapping = new Mapping(scope.child("mapping"), given, values, depth);
        StyledBlocks blocks =
                new StyledBlocks(this, values, ladder, spec.output().dim(0));
        List<StyledBlock> all = new ArrayList<>();
        for (int i = 0; i < ladder.count(); i++) {
            all.add(blocks.at(scope.child(ladder.name(i)), i));
        }
        Synthesis synthesis = new Synthesis(blocks.start(scope.child(ladder.name(0))), all, skips, Fading.in(spec));
        return new StyleNetwork(scope.path(), mapping, synthesis, 2 * ladder.count());
    }

    /** Returns the noise of a layer, if it has any. */
    Optional<PixelNoise> noise(VariableScope scope, int channels, int height, int width) {
        // one strength per channel in StyleGAN, one per layer in StyleGAN2
        int strengths = modulation == Modulation.DEMODULATED ? 1 : channels;
        return noise ? Optional.of(PixelNoise.of(scope.child("noise"), strengths, height, width)) : Optional.empty();
    }
}
