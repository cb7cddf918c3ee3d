package org.gan4j.architectures.refiner;

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
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;

/**
 * SimGAN's refiner (<a href="https://arxiv.org/abs/1612.07828">Shrivastava et al. 2017</a>, section 3.2 and figure 10): a
 * 3×3 convolution and ReLU, residual blocks ReLU(x + conv(ReLU(conv(x)))) of 3×3 convolutions, a 1×1 convolution, and tanh.
 * Nothing changes the size or looks far, so it changes an image pixel by pixel and keeps what is in it. There is no
 * normalization. It works for images of any size. Initial weights are those of <a
 * href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>; the second convolution of each block begins at a tenth of
 * their deviation.
 *
 * @param width channels of the convolutions; 64 in the paper
 * @param blocks the number of residual blocks; 4 in the paper
 */
public record ResNetRefiner(int width, int blocks) implements GeneratorArchitecture {
    private static final double BRANCH = 0.1;
    private static final int KERNEL = 3;

    static ResNetRefiner defaults() {
        return new ResNetRefiner(64, 4);
    }

    public ResNetRefiner width(int channels) {
        return new ResNetRefiner(channels, blocks);
    }

    public ResNetRefiner blocks(int count) {
        return new ResNetRefiner(width, count);
    }

    @Override
    public String name() {
        return "resnet-refiner";
    }

    @Override
    public String summary() {
        return "residual blocks that keep an image's size (SimGAN, Shrivastava et al. 2017)";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.samples("SimGAN's refiner", spec));
        Shape from = spec.input().shape();
        Shape to = spec.output();
        boolean sameSize = from.rank() == 3
                && to.rank() == 3
                && from.size() > 0
                && from.dim(1) == to.dim(1)
                && from.dim(2) == to.dim(2);
        if (spec.latents().isEmpty() && !sameSize) {
            problems.add("SimGAN's refiner makes images of the size of its input, which " + from + " to " + to
                    + " is not: resize one of them");
        }
        if (width < 1 || blocks < 1) {
            problems.add("SimGAN's refiner needs at least one channel and one block, not " + width + " and " + blocks
                    + ": choose a width and a number of blocks of at least 1");
        }
        return problems;
    }

    @Override
    public Network build(NetworkSpec spec) {
        int channels = spec.input().shape().dim(0);
        Sequential.Builder network =
                Sequential.in(spec.scope()).input(spec.input().shape().dims());
        network.add(Layer.chain(
                "convolution 3×3, relu",
                List.of(convolution(network.scope("first"), channels, 1), Activation.RELU.layer())));
        for (int i = 1; i <= blocks; i++) {
            network.add(block(network.scope("block" + i)));
        }
        double deviation = Initialization.byFanIn(width, 1);
        network.add(
                Convolution.same(network.scope("image"), width, spec.output().dim(0), 1, deviation, true));
        return network.add(Activation.TANH.layer()).build();
    }

    private Layer block(VariableScope scope) {
        Layer residual = Layer.residual(
                "residual",
                List.of(
                        convolution(scope.child("conv1"), width, 1),
                        Activation.RELU.layer(),
                        convolution(scope.child("conv2"), width, BRANCH)));
        return Layer.chain("residual block", List.of(residual, Activation.RELU.layer()));
    }

    private Layer convolution(VariableScope scope, int in, double share) {
        double deviation = share * Initialization.byFanIn(KERNEL * KERNEL * in, Activation.RELU.gain());
        return Convolution.same(scope, in, width, KERNEL, deviation, true);
    }
}
