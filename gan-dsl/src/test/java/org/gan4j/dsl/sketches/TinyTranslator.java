package org.gan4j.dsl.sketches;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.InputCheck;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * A generator from images to images: a convolution, doublings up to the size of the output, a convolution and tanh.
 *
 * @param width the number of channels between the first and the last convolution
 */
record TinyTranslator(int width) implements GeneratorArchitecture {
    private static final double DEVIATION = 0.3;

    @Override
    public String name() {
        return "tiny-translator";
    }

    @Override
    public List<String> problems(NetworkSpec spec) {
        List<String> problems = new ArrayList<>(InputCheck.samples("the tiny translator", spec));
        Shape in = spec.input().shape();
        Shape out = spec.output();
        if (width < 1) {
            problems.add("the tiny translator needs at least one channel, not " + width + ": choose a larger width");
        }
        if (in.rank() != 3 || out.rank() != 3) {
            problems.add("the tiny translator maps images to images, not " + in + " to " + out
                    + ": choose another generator");
        } else if (in.dim(1) << doublings(in, out) != out.dim(1) || in.dim(2) << doublings(in, out) != out.dim(2)) {
            problems.add("the tiny translator doubles images or keeps their size, and cannot map " + in + " to " + out
                    + ": choose another generator");
        }
        return problems;
    }

    private static int doublings(Shape in, Shape out) {
        int count = 0;
        while (in.dim(1) << (count + 1) <= out.dim(1)) {
            count++;
        }
        return count;
    }

    @Override
    public Network build(NetworkSpec spec) {
        Shape in = spec.input().shape();
        Sequential.Builder network = Sequential.in(spec.scope()).input(in.dims());
        network.add(Convolution.same(network.scope("in"), in.dim(0), width, 3, DEVIATION, true));
        network.add(Activation.LEAKY_RELU.layer());
        for (int i = 0; i < doublings(in, spec.output()); i++) {
            network.add(Convolution.doubling(network.scope("up" + i), width, width, DEVIATION, true));
            network.add(Activation.LEAKY_RELU.layer());
        }
        network.add(Convolution.same(network.scope("out"), width, spec.output().dim(0), 3, DEVIATION, true));
        return network.add(Layer.function("tanh", Tensor::tanh)).build();
    }
}
