package org.gan4j.apps.translation;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** The model of {@link Pix2Pix}: the critic scores the source and an image together, channel after channel. */
record Pix2PixModel(Translation translation, Network critic, double l1) implements AdversarialModel {
    @Override
    public Tensor real(UpdateContext update) {
        return update.data(translation.to().name());
    }

    @Override
    public Tensor generate(UpdateContext update) {
        return translation.of(update);
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(critic, Inputs.of(Tensor.concat(1, translation.given(update), samples)));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        return l1 == 0
                ? List.of()
                : List.of(Term.of(
                        "l1", batch.real().sub(batch.fake()).abs().mean().mul(l1)));
    }
}
