package org.gan4j.apps.bigan;

import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.VariableScope;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The networks of a bidirectional GAN.
 *
 * @param encoder maps samples to latents, or to means and logarithms of deviations if it is stochastic
 * @param critic scores samples, and has the head {@code features}
 * @param pair scores the features of a sample together with latents
 */
record BiGanNetworks(
        LatentSpace space,
        PairLayout pairs,
        boolean stochastic,
        Network generator,
        Network encoder,
        Network critic,
        Network pair) {
    static BiGanNetworks of(BiGan settings, GanComponents components, Shape sample, long seed) {
        LatentSpace space = components.latents();
        Network critic = components.critic().build(components.criticSpec(sample, seed));
        VariableScope encoder = VariableScope.of("encoder", seed);
        Network trunk = components
                .critic()
                .build(components.criticSpec(sample, seed).scope(encoder).independent(false));
        return new BiGanNetworks(
                space,
                new PairLayout(sample),
                settings.stochastic(),
                components.generator().build(components.generatorSpec(sample, seed)),
                EncoderNetwork.of(trunk, sample, encoder, (settings.stochastic() ? 2 : 1) * space.size()),
                critic,
                PairScore.in(
                        VariableScope.of("pair", seed),
                        CriticClassifier.features(critic, sample).size(),
                        space.size(),
                        settings.width()));
    }

    List<Network> generators() {
        return List.of(generator, encoder);
    }

    List<Network> critics() {
        return List.of(critic, pair);
    }

    List<Network> all() {
        return List.of(generator, encoder, critic, pair);
    }

    /** Returns the latents of samples in an update: drawn around their means if the encoder is stochastic. */
    Tensor encoded(UpdateContext update, Tensor samples) {
        Tensor encoded = update.apply(encoder, Inputs.of(samples)).value();
        if (!stochastic) {
            return encoded;
        }
        Tensor mean = mean(encoded);
        Tensor deviation = encoded.slice(1, space.size(), 2 * space.size()).exp();
        Tensor noise = update.random("posterior").normal(mean.shape().dims());
        return mean.add(deviation.mul(noise));
    }

    /** Returns the most probable latents, from the encoder's output. */
    Tensor mean(Tensor encoded) {
        return stochastic ? encoded.slice(1, 0, space.size()) : encoded;
    }

    /** Returns the sum of the critic's score of the sample and that of the pair, [N], and the features of the pair. */
    Outputs scored(UpdateContext update, Tensor both) {
        Outputs ofSample = update.apply(critic, Inputs.of(pairs.samples(both)));
        Outputs ofPair = update.apply(
                pair, Inputs.of(ofSample.head(Outputs.FEATURES)).with(PairScore.LATENTS, pairs.latents(both)));
        return Outputs.of(ofSample.perSample().add(ofPair.value()))
                .with(Outputs.FEATURES, ofPair.head(Outputs.FEATURES));
    }
}
