package org.gan4j.api.application;

import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** The model of samples from latents alone. */
record UnconditionalModel(String field, Network generator, Network critic, LatentSpace space)
        implements AdversarialModel {
    @Override
    public Tensor real(UpdateContext update) {
        return update.data(field);
    }

    @Override
    public Tensor latents(UpdateContext update) {
        return space.draw(update.random("latent"), update.batchSize());
    }

    @Override
    public Outputs generated(UpdateContext update, Tensor latents) {
        return update.apply(generator, Inputs.of(latents));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(critic, Inputs.of(samples));
    }
}
