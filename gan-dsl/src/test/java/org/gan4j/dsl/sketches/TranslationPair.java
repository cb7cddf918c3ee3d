package org.gan4j.dsl.sketches;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.application.AdversarialPlayers;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.game.Player;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** The pair of one direction of {@link CycleGan}. */
record TranslationPair(GanComponents components, Translation made, Network scoring) implements AdversarialModel {
    AdversarialPlayers pair() {
        return new AdversarialPlayers(components, this)
                .named(scoring.name(), made.generator().name());
    }

    List<Network> critics() {
        return List.of(scoring);
    }

    Player critic() {
        return pair().critic(critics());
    }

    Player generator() {
        return pair().generator(List.of(made.generator()), critics());
    }

    /** Returns the mean absolute difference between images and their translations there and back. */
    Tensor cycle(UpdateContext update, TranslationPair back) {
        Tensor returned = update.apply(back.made.generator(), made.of(update));
        return returned.sub(update.data(made.from().name())).abs().mean();
    }

    @Override
    public Tensor real(UpdateContext update) {
        return update.data(made.to().name());
    }

    @Override
    public Tensor generate(UpdateContext update) {
        return made.of(update);
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(scoring, Inputs.of(samples));
    }
}
