package org.gan4j.dsl.sketches;

import java.util.List;
import java.util.Map;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Sampling;

/** The model of rows: two numbers, and the one-hot of a kind. */
record TableModel(Network generator, Network critic, LatentSpace space, int kinds) implements AdversarialModel {
    static final List<String> NUMBERS = List.of("age", "income");
    static final String KIND = "kind";

    @Override
    public Tensor real(UpdateContext update) {
        return joined(
                Map.of(
                        NUMBERS.get(0),
                        update.data(NUMBERS.get(0)),
                        NUMBERS.get(1),
                        update.data(NUMBERS.get(1)),
                        KIND,
                        update.data(KIND)),
                kinds);
    }

    @Override
    public Tensor latents(UpdateContext update) {
        return space.draw(update.random("latent"), update.batchSize());
    }

    @Override
    public Outputs generated(UpdateContext update, Tensor latents) {
        Tensor all = update.apply(generator, latents);
        Tensor numbers = all.slice(1, 0, NUMBERS.size()).tanh();
        Tensor logits = all.slice(1, NUMBERS.size(), NUMBERS.size() + kinds);
        return Outputs.of(Tensor.concat(1, numbers, Sampling.gumbelSoftmax(logits, 0.5, false, update.random("kind"))));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(critic, Inputs.of(samples));
    }

    static Tensor joined(Map<String, Tensor> columns, int kinds) {
        return Tensor.concat(
                1, columns.get(NUMBERS.get(0)), columns.get(NUMBERS.get(1)), Tensor.oneHot(columns.get(KIND), kinds));
    }
}
