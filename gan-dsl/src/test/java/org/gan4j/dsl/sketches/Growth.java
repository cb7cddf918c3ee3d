package org.gan4j.dsl.sketches;

import java.util.List;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Convolution;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Pooling;
import org.gan4j.tensor.functions.Resampling;

/**
 * The networks by which a generator and a critic of small images grow.
 *
 * @param doubling maps images to images of twice the size
 * @param halving maps images to images of half the size
 * @param fade mixes their results with those of resampling
 */
record Growth(Network doubling, Network halving, FadeIn fade) {
    private static final double DEVIATION = 0.1;

    static Growth of(int channels, int width, int fadeSteps, long seed) {
        Sequential.Builder doubling = Sequential.in(VariableScope.of("doubling", seed));
        doubling.add(Layer.function(x -> Resampling.nearest(x, 2)))
                .add(Convolution.same(doubling.scope("in"), channels, width, 3, DEVIATION, true))
                .add(Activation.LEAKY_RELU.layer())
                .add(Convolution.same(doubling.scope("out"), width, channels, 3, DEVIATION, true))
                .add(Layer.function(Tensor::tanh));
        Sequential.Builder halving = Sequential.in(VariableScope.of("halving", seed));
        halving.add(Convolution.same(halving.scope("in"), channels, width, 3, DEVIATION, true))
                .add(Activation.LEAKY_RELU.layer())
                .add(Convolution.halving(halving.scope("out"), width, channels, DEVIATION, true));
        Variable share = VariableScope.of("fade", seed).filled("share", 0);
        return new Growth(doubling.build(), halving.build(), new FadeIn("fade", share, fadeSteps));
    }

    Network generator(Network small) {
        return new Grown(small, List.of(doubling, fade)) {
            @Override
            public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
                Tensor coarse = small.apply(parameters, pass, inputs).value();
                Tensor fine =
                        doubling.apply(parameters, pass, Inputs.of(coarse)).value();
                return fade.apply(parameters, pass, Inputs.of(fine).with(FadeIn.OLD, Resampling.nearest(coarse, 2)));
            }
        };
    }

    Network critic(Network small) {
        return new Grown(small, List.of(halving)) {
            @Override
            public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
                Tensor images = inputs.value();
                Tensor fine = halving.apply(parameters, pass, Inputs.of(images)).value();
                Inputs both = Inputs.of(fine).with(FadeIn.OLD, Pooling.average2d(images, 2));
                return small.apply(
                        parameters,
                        pass,
                        Inputs.of(fade.apply(parameters, pass, both).value()));
            }
        };
    }

    /** A network together with others that it grew by. */
    private abstract static class Grown implements Network {
        private final Network small;
        private final List<Network> all;

        private Grown(Network small, List<Network> added) {
            this.small = small;
            this.all = Stream.concat(Stream.of(small), added.stream()).toList();
        }

        @Override
        public String name() {
            return small.name();
        }

        @Override
        public List<Variable> parameters() {
            return all.stream().flatMap(each -> each.parameters().stream()).toList();
        }

        @Override
        public List<Variable> state() {
            return all.stream().flatMap(each -> each.state().stream()).toList();
        }

        @Override
        public boolean mixesSamples() {
            return all.stream().anyMatch(Network::mixesSamples);
        }
    }

    /**
     * A mixture of new and old values, in which the share of the new ones grows with each update of its owner. It counts
     * updates by itself, since the length of earlier phases can be set.
     */
    record FadeIn(String name, Variable share, int steps) implements Network {
        static final String OLD = "old";

        @Override
        public List<Variable> parameters() {
            return List.of();
        }

        @Override
        public List<Variable> state() {
            return List.of(share);
        }

        @Override
        public boolean mixesSamples() {
            return false;
        }

        @Override
        public Outputs apply(Parameters parameters, ForwardPass pass, Inputs inputs) {
            Tensor before = parameters.get(share);
            Tensor now = pass.isTraining() ? before.add(1.0 / steps).minimum(1) : before;
            pass.update(share, now);
            Tensor old = inputs.condition(OLD);
            return Outputs.of(old.add(inputs.value().sub(old).mul(now)));
        }
    }
}
