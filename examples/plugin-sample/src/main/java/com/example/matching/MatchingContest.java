package com.example.matching;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** Fakes from latents alone, and a further term for the generator: the features of fakes shall have the mean of real ones. */
record MatchingContest(Network generator, Network critic, int latent, double weight) implements AdversarialModel {
    @Override
    public Tensor real(UpdateContext update) {
        return update.data(Field.IMAGE);
    }

    @Override
    public Tensor generate(UpdateContext update) {
        return update.apply(generator, update.random("latent").normal(update.batchSize(), latent));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(critic, Inputs.of(samples));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch met) {
        Tensor real = met.realOutputs().head(Outputs.FEATURES).mean(0);
        Tensor fake = met.fakeOutputs().head(Outputs.FEATURES).mean(0);
        return List.of(Term.of("features", real.sub(fake).square().sum().mul(weight)));
    }
}
