package org.gan4j.bench.cases;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.BatchNorm;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.layers.Upsampling;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * SRGAN's generator (<a href="https://arxiv.org/abs/1609.04802">Ledig et al. 2017</a>, figure 4): a 9×9 convolution,
 * residual blocks with a skip connection around all of them, two doublings by pixel shuffle, a 9×9 convolution. PReLU
 * has one slope per layer.
 */
final class SrResNet {
    static final int WIDTH = 64;

    private SrResNet() {}

    static Network network(VariableScope scope, int blocks) {
        Sequential.Builder network = Sequential.in(scope);
        network.add(convolution(network.scope("head"), 3, WIDTH, 9));
        network.add(new Prelu(network.scope("head-prelu")));
        List<Layer> body = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            body.add(block(network.scope("block" + i)));
        }
        VariableScope after = network.scope("after");
        body.add(convolution(after.child("conv"), WIDTH, WIDTH, 3));
        body.add(new BatchNorm(after.child("norm"), WIDTH, 0));
        network.add(Skip.of(body));
        for (int i = 0; i < 2; i++) {
            VariableScope up = network.scope("up" + i);
            network.add(Upsampling.PIXEL_SHUFFLE.layer(up, WIDTH, WIDTH, deviation(WIDTH, 3), true));
            network.add(new Prelu(up.child("prelu")));
        }
        return network.add(convolution(network.scope("picture"), WIDTH, 3, 9)).build();
    }

    private static Layer block(VariableScope scope) {
        return Skip.of(List.of(
                convolution(scope.child("conv1"), WIDTH, WIDTH, 3),
                new BatchNorm(scope.child("norm1"), WIDTH, 0),
                new Prelu(scope.child("prelu")),
                convolution(scope.child("conv2"), WIDTH, WIDTH, 3),
                new BatchNorm(scope.child("norm2"), WIDTH, 0)));
    }

    private static Layer convolution(VariableScope scope, int in, int out, int kernel) {
        return Convolution.same(scope, in, out, kernel, deviation(in, kernel), true);
    }

    private static double deviation(int in, int kernel) {
        return Initialization.byFanIn(in * kernel * kernel, 1);
    }

    /** The residual connection x + f(x). */
    private record Skip(Layer inner) implements Layer {
        static Skip of(List<Layer> layers) {
            return new Skip(Layer.chain("residual", layers));
        }

        @Override
        public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
            return x.add(inner.apply(parameters, pass, x));
        }

        @Override
        public List<Variable> parameters() {
            return inner.parameters();
        }

        @Override
        public List<Variable> state() {
            return inner.state();
        }

        @Override
        public boolean mixesSamples() {
            return inner.mixesSamples();
        }
    }

    /**
     * PReLU: max(x, 0) + a min(x, 0) with learned a (<a href="https://arxiv.org/abs/1502.01852">He et al. 2015</a>).
     */
    private record Prelu(Variable slope) implements Layer {
        Prelu(VariableScope scope) {
            this(scope.filled("slope", 0.25, 1));
        }

        @Override
        public Tensor apply(Parameters parameters, ForwardPass pass, Tensor x) {
            return x.relu().add(x.minimum(0).mul(parameters.get(slope)));
        }

        @Override
        public List<Variable> parameters() {
            return List.of(slope);
        }
    }
}
