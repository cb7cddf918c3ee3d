package org.gan4j.architectures.anime;

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
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;

/**
 * The critic of the paper on anime characters (<a href="https://arxiv.org/abs/1708.05509">Jin et al. 2017</a>, figure 5). Each
 * stage halves the image and all but the first double the channels; two residual blocks follow each stage but the last. With a
 * for leaky ReLU (0.2):
 *
 * <pre>
 * stage   a(convolution with stride 2), 4×4 in the first three stages, 3×3 in the others
 * blocks  a(x + 3×3 convolution(a(3×3 convolution(x)))), twice
 * score   linear
 * </pre>
 *
 * There is no normalization, since a gradient penalty needs each sample's own gradient. Weights begin with a standard deviation
 * of 0.02.
 *
 * @param width channels of the first stage; 32 in the paper
 * @param depth the number of stages; 0 derives it from the image size, so that the shorter side ends at 2 or 3: 6 for 128×128 as in
 *     the paper, 5 for 64×64, 4 for 32×32
 */
public record AnimeCritic(int width, int depth) implements CriticArchitecture {
    private static final String NAME = "the anime critic";
    private static final int SMALLEST = 2;
    private static final int LARGE_KERNELS = 3;
    private static final Activation ACTIVATION = Activation.LEAKY_RELU;

    public AnimeCritic width(int channels) {
        return new AnimeCritic(channels, depth);
    }

    public AnimeCritic depth(int stages) {
        return new AnimeCritic(width, stages);
    }

    @Override
    public String name() {
        return "anime";
    }

    @Override
    public String summary() {
        return "halvings and residual blocks without normalization (Jin et al. 2017)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.conditions(NAME, spec));
        problems.addAll(AnimeStages.problems(NAME, spec.input().shape(), width, depth));
        return problems;
    }

    @Override
    public AnimeCritic resolved(NetworkSpec spec) {
        return depth(AnimeStages.of(spec.input().shape(), depth, SMALLEST));
    }

    @Override
    public Network build(NetworkSpec spec) {
        return resolved(spec).built(spec);
    }

    private Network built(NetworkSpec spec) {
        Shape image = spec.input().shape();
        Sequential.Builder network = Sequential.in(spec.scope()).input(image.dims());
        int channels = image.dim(0);
        for (int i = 1; i <= depth; i++) {
            int out = width << (i - 1);
            network.add(stage(network.scope("stage" + i), channels, out, i));
            channels = out;
            for (int block = 1; block <= 2 && i < depth; block++) {
                VariableScope scope = network.scope("stage" + i).child("block" + block);
                network.add(block(scope, channels));
                network.add(ACTIVATION.layer());
            }
        }
        network.head(Outputs.FEATURES);
        int features = channels * (image.dim(1) >> depth) * (image.dim(2) >> depth);
        network.add(Layer.function("reshape", x -> x.reshape(-1, features)));
        network.add(new Linear(network.scope("score"), features, 1, AnimeGenerator.DEVIATION));
        return network.add(Layer.function("reshape", x -> x.reshape(-1))).build();
    }

    private static Layer stage(VariableScope scope, int in, int out, int number) {
        Convolution halving = number <= LARGE_KERNELS
                ? Convolution.halving(scope.child("conv"), in, out, AnimeGenerator.DEVIATION, true)
                : Convolution.of(scope.child("conv"), in, out, 3, 2, 1, AnimeGenerator.DEVIATION, true);
        return Layer.chain(halving.kind() + ", halving", List.of(halving, ACTIVATION.layer()));
    }

    private static Layer block(VariableScope scope, int channels) {
        return Layer.residual(
                "residual block",
                List.of(
                        Convolution.same(scope.child("conv1"), channels, channels, 3, AnimeGenerator.DEVIATION, true),
                        ACTIVATION.layer(),
                        Convolution.same(scope.child("conv2"), channels, channels, 3, AnimeGenerator.DEVIATION, true)));
    }
}
