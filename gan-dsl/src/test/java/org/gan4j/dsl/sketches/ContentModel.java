package org.gan4j.dsl.sketches;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** The model of a phase of {@link SuperResolution}: with weight 0, the content is all that the generator learns from. */
record ContentModel(Translation enlarging, Network critic, double weight) implements AdversarialModel {
    @Override
    public Tensor real(UpdateContext update) {
        return update.data(Field.IMAGE);
    }

    @Override
    public Tensor generate(UpdateContext update) {
        return enlarging.of(update);
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(critic, Inputs.of(samples));
    }

    @Override
    public Term generatorTerm(AdversarialLoss loss, ScoredBatch batch) {
        return weight == 0
                ? content(batch)
                : Term.of(
                        "adversarial",
                        loss.generator(batch.realScores(), batch.fakeScores()).mul(weight));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        return weight == 0 ? List.of() : List.of(content(batch));
    }

    /** Returns the distance of pixels; the paper's is one in the features of a fixed network. */
    private static Term content(ScoredBatch batch) {
        return Term.of("content", batch.real().sub(batch.fake()).square().mean());
    }
}
