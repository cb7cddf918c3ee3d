package org.gan4j.architectures.unet;

import java.util.List;
import java.util.Locale;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Resampling;

/**
 * The network of {@link UNetCritic}.
 *
 * @param convolutions conv₀ to conv₉
 */
record UNetNetwork(String name, List<Convolution> convolutions) implements Network {
    private static final Activation ACTIVATION = Activation.LEAKY_RELU;
    private static final int LAST = 9;

    static UNetNetwork of(VariableScope scope, int channels, int width) {
        return new UNetNetwork(
                scope.path(),
                List.of(
                        same(scope.child("conv0"), channels, width, ACTIVATION.gain(), true),
                        halving(scope.child("conv1"), width, 2 * width),
                        halving(scope.child("conv2"), 2 * width, 4 * width),
                        halving(scope.child("conv3"), 4 * width, 8 * width),
                        same(scope.child("conv4"), 8 * width, 4 * width, ACTIVATION.gain(), false),
                        same(scope.child("conv5"), 4 * width, 2 * width, ACTIVATION.gain(), false),
                        same(scope.child("conv6"), 2 * width, width, ACTIVATION.gain(), false),
                        same(scope.child("conv7"), width, width, ACTIVATION.gain(), false),
                        same(scope.child("conv8"), width, width, ACTIVATION.gain(), false),
                        same(scope.child("conv9"), width, 1, 1, true)));
    }

    private static Convolution same(VariableScope scope, int in, int out, double gain, boolean biased) {
        return Convolution.same(scope, in, out, 3, Initialization.byFanIn(9 * in, gain), biased);
    }

    private static Convolution halving(VariableScope scope, int in, int out) {
        return Convolution.halving(scope, in, out, Initialization.byFanIn(16 * in, ACTIVATION.gain()), false);
    }

    @Override
    public List<Variable> parameters() {
        return convolutions.stream().flatMap(each -> each.parameters().stream()).toList();
    }

    @Override
    public List<Variable> state() {
        return List.of();
    }

    @Override
    public boolean mixesSamples() {
        return false;
    }

    @Override
    public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
        Applied net = new Applied(parameters, pass);
        Tensor x0 = net.active(0, inputs.value());
        Tensor x1 = net.active(1, x0);
        Tensor x2 = net.active(2, x1);
        Tensor x3 = net.active(3, x2);
        Tensor y2 = net.active(4, doubled(x3)).add(x2);
        Tensor y1 = net.active(5, doubled(y2)).add(x1);
        Tensor y0 = net.active(6, doubled(y1)).add(x0);
        Tensor features = net.active(8, net.active(7, y0));
        return Outputs.of(net.convolved(LAST, features)).with(Outputs.FEATURES, features);
    }

    private static Tensor doubled(Tensor x) {
        return Resampling.bilinear(x, 2 * x.shape().dim(2), 2 * x.shape().dim(3));
    }

    /** The convolutions with given parameters. */
    private final class Applied {
        private final Parameters parameters;
        private final ForwardPass pass;

        private Applied(Parameters parameters, ForwardPass pass) {
            this.parameters = parameters;
            this.pass = pass;
        }

        private Tensor convolved(int number, Tensor x) {
            return convolutions.get(number).apply(parameters, pass, x);
        }

        private Tensor active(int number, Tensor x) {
            return ACTIVATION.of(convolved(number, x));
        }
    }

    /** Returns the number of convolutions and of parameters. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %d convolutions, %,d parameters", name, convolutions.size(), parameterCount());
    }
}
