package org.gan4j.apps.superresolution;

import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.inference.InferenceRunner;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.architectures.srresnet.SrResNet;
import org.gan4j.losses.LossPresets;

/** The networks of a super-resolution GAN: the generator enlarges images, the critic scores them. */
record SuperResolutionNetworks(Network generator, Network critic) {
    private static final double RATE = 1e-4;

    /** Returns the networks, the loss and the optimizer of the paper. */
    static GanComponents standard() {
        return LossPresets.NON_SATURATING
                .components()
                .generator(SrResNet.generator())
                .critic(SrResNet.critic())
                .optimizer(Adam.of(RATE, 0.9, 0.999));
    }

    static SuperResolutionNetworks of(GanComponents components, SmallImages small, DataSchema data, long seed) {
        return new SuperResolutionNetworks(
                components.generator().build(generatorSpec(small, data, seed)),
                components.critic().build(criticSpec(components, data, seed)));
    }

    static NetworkSpec generatorSpec(SmallImages small, DataSchema data, long seed) {
        return NetworkSpec.of(
                VariableScope.of("generator", seed), small.field(), data.image().shape());
    }

    static NetworkSpec criticSpec(GanComponents components, DataSchema data, long seed) {
        return components.criticSpec(data.image().shape(), seed);
    }

    List<Network> all() {
        return List.of(generator, critic);
    }

    /** Returns the comparison of enlarged images with the originals, row by row. */
    Comparison comparison(InferenceRunner runner, SmallImages small, DataSchema data) {
        InferenceRunner.Prepared enlarged = runner.prepare(List.of(small.source(data)), (parameters, rows) -> generator
                .apply(parameters, ForwardPass.inference(), Inputs.of(small.of(rows)))
                .value());
        return new Comparison(
                data.image(),
                Pairing.PAIRS,
                LatentSpace.none(),
                (rows, latents, weights) -> enlarged.run(rows, weights));
    }
}
