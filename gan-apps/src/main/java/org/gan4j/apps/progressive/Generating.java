package org.gan4j.apps.progressive;

import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;

/** The way in which a growing generator is applied in training. */
@FunctionalInterface
public interface Generating {
    /** Applies the generator to latents alone. */
    Generating PLAIN = (update, generator, inputs) -> update.apply(generator, inputs);

    /**
     * Generates samples.
     *
     * @param generator the generator of the size in training
     * @param inputs the latents, and the condition {@code fade} while a size fades in
     */
    Outputs of(UpdateContext update, Network generator, Inputs inputs);
}
