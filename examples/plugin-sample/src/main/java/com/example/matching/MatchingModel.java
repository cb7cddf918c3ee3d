package com.example.matching;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/**
 * The unconditional model with one more generator term: the squared distance between the mean features of both sides.
 */
record MatchingModel(Network generator, Network critic, LatentSpace space, double weight) implements AdversarialModel {
    @Override
    public Tensor real(UpdateContext update) {
        return update.data(Field.IMAGE);
    }

    @Override
    public Tensor generate(UpdateContext update) {
        return update.apply(generator, space.draw(update.random("latent"), update.batchSize()));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(critic, Inputs.of(samples));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        Tensor real = batch.realOutputs().head(Outputs.FEATURES).mean(0);
        Tensor fake = batch.fakeOutputs().head(Outputs.FEATURES).mean(0);
        return List.of(Term.of("features", real.sub(fake).square().sum().mul(weight)));
    }
}
