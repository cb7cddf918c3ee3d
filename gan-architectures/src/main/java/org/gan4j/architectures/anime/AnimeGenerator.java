package org.gan4j.architectures.anime;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.BatchNorm;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.tensor.Shape;

/**
 * The generator of the paper on anime characters (<a href="https://arxiv.org/abs/1708.05509">Jin et al. 2017</a>, figure 4),
 * SRResNet from latents; of 128×128, it begins at 16×16. With n for batch normalization:
 *
 * <pre>
 * first   linear to 16·16·width, n, ReLU
 * blocks  x + n(3×3 convolution(ReLU(n(3×3 convolution(x)))))
 * body    first + ReLU(n(blocks))
 * up      3×3 convolution to four times the channels, pixel shuffle, n, ReLU; once per doubling
 * image   9×9 convolution, tanh
 * </pre>
 *
 * Most of its work is at the smallest size. Weights begin with a standard deviation of 0.02; what comes before a normalization has
 * no bias, which it would remove again.
 *
 * @param latent the number of latents; 128 in the paper
 * @param width channels of all layers but the last; 64 in the paper
 * @param blocks the number of residual blocks; 16 in the paper
 * @param depth the number of doublings; 0 derives it from the image size, so that the shorter side begins at 16 to 31: 3 for
 *     128×128, 2 for 64×64, 1 for 32×32
 */
public record AnimeGenerator(int latent, int width, int blocks, int depth) implements GeneratorArchitecture {
    private static final String NAME = "the anime generator";
    private static final int SMALLEST = 16;
    private static final int LAST_KERNEL = 9;
    static final double DEVIATION = 0.02;

    public AnimeGenerator latent(int count) {
        return new AnimeGenerator(count, width, blocks, depth);
    }

    public AnimeGenerator width(int channels) {
        return new AnimeGenerator(latent, channels, blocks, depth);
    }

    public AnimeGenerator blocks(int count) {
        return new AnimeGenerator(latent, width, count, depth);
    }

    public AnimeGenerator depth(int doublings) {
        return new AnimeGenerator(latent, width, blocks, doublings);
    }

    @Override
    public String name() {
        return "anime";
    }

    @Override
    public String summary() {
        return "SRResNet from latents: residual blocks, then pixel shuffles (Jin et al. 2017)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.latents(NAME, spec));
        problems.addAll(AnimeStages.problems(NAME, spec.output(), width, depth));
        if (latent < 1 || blocks < 1) {
            problems.add(NAME + " needs at least one latent and one block, not " + latent + " and " + blocks
                    + ": choose a latent and a number of blocks of at least 1");
        }
        return problems;
    }

    @Override
    public AnimeGenerator resolved(NetworkSpec spec) {
        return depth(AnimeStages.of(spec.output(), depth, SMALLEST));
    }

    @Override
    public Network build(NetworkSpec spec) {
        return resolved(spec).built(spec);
    }

    private Network built(NetworkSpec spec) {
        Shape image = spec.output();
        int given = spec.input().shape().dim(0);
        Sequential.Builder network = Sequential.in(spec.scope()).input(given);
        network.add(first(network.scope("first"), given, image.dim(1) >> depth, image.dim(2) >> depth));
        network.add(body(network.scope("body")));
        for (int i = 1; i <= depth; i++) {
            network.add(up(network.scope("up" + i)));
        }
        network.add(Convolution.same(network.scope("image"), width, image.dim(0), LAST_KERNEL, DEVIATION, true));
        return network.add(Activation.TANH.layer()).build();
    }

    private Layer first(VariableScope scope, int given, int high, int wide) {
        int features = width * high * wide;
        return Layer.chain(
                "Linear, relu",
                List.of(
                        new Linear(scope.child("linear"), given, features, DEVIATION, false),
                        new BatchNorm(scope.child("norm"), features, 0),
                        Activation.RELU.layer(),
                        Layer.function("reshape", x -> x.reshape(-1, width, high, wide))));
    }

    private Layer body(VariableScope scope) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i <= blocks; i++) {
            layers.add(block(scope.child("block" + i)));
        }
        layers.add(new BatchNorm(scope.child("norm"), width, 0));
        layers.add(Activation.RELU.layer());
        return Layer.residual(blocks + " residual blocks", layers);
    }

    private Layer block(VariableScope scope) {
        return Layer.residual(
                "residual block",
                List.of(
                        Convolution.same(scope.child("conv1"), width, width, 3, DEVIATION, false),
                        new BatchNorm(scope.child("norm1"), width, 0),
                        Activation.RELU.layer(),
                        Convolution.same(scope.child("conv2"), width, width, 3, DEVIATION, false),
                        new BatchNorm(scope.child("norm2"), width, 0)));
    }

    private Layer up(VariableScope scope) {
        return Layer.chain(
                "3×3, pixel shuffle, relu",
                List.of(
                        Upsampling.PIXEL_SHUFFLE.layer(scope.child("conv"), width, width, DEVIATION, false),
                        new BatchNorm(scope.child("norm"), width, 0),
                        Activation.RELU.layer()));
    }
}
