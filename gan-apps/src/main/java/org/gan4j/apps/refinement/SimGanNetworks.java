package org.gan4j.apps.refinement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.apps.images.ImageMapping;
import org.gan4j.apps.replay.HistoryBuffer;
import org.gan4j.architectures.refiner.Refinement;
import org.gan4j.losses.LossPresets;

/** The networks of SimGAN: the refiner, the critic, and the history of refined images, if there is one. */
record SimGanNetworks(Network refiner, Network critic, Optional<HistoryBuffer> history) {
    /** Returns the networks of the paper, its loss, and DCGAN's optimizer. */
    static GanComponents standard() {
        return LossPresets.NON_SATURATING
                .components()
                .generator(Refinement.refiner())
                .critic(Refinement.critic());
    }

    static SimGanNetworks of(GanComponents components, int history, DataSchema data, long seed) {
        return new SimGanNetworks(
                components.generator().build(refinerSpec(data, seed)),
                components.critic().build(criticSpec(components, data, seed)),
                history == 0
                        ? Optional.empty()
                        : Optional.of(HistoryBuffer.of(
                                "history", history, data.image().shape())));
    }

    static NetworkSpec refinerSpec(DataSchema data, long seed) {
        return NetworkSpec.of(
                VariableScope.of("generator", seed),
                data.field(SimGan.SYNTHETIC),
                data.image().shape());
    }

    static NetworkSpec criticSpec(GanComponents components, DataSchema data, long seed) {
        return components.criticSpec(data.image().shape(), seed);
    }

    /** Returns the networks that the critic's updates change. */
    List<Network> critics() {
        return Stream.concat(Stream.of(critic), history.stream()).toList();
    }

    List<Network> all() {
        return Stream.concat(Stream.of(refiner), critics().stream()).toList();
    }

    /** Returns the comparison of refined images with real ones, as a whole. */
    Comparison comparison(InferenceRunner runner, DataSchema data) {
        return ImageMapping.of(runner, refiner, data.field(SimGan.SYNTHETIC), data.image())
                .compared(data.image(), Pairing.DISTRIBUTION);
    }
}
