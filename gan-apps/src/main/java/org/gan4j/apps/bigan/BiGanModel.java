package org.gan4j.apps.bigan;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** The model whose real samples are pairs (x, E(x)) and whose generated samples are pairs (G(z), z). */
record BiGanModel(BiGanNetworks networks, double reconstruction) implements AdversarialModel {
    @Override
    public Tensor real(UpdateContext update) {
        Tensor samples = update.data(Field.IMAGE);
        return networks.pairs().joined(samples, networks.encoded(update, samples));
    }

    @Override
    public Tensor latents(UpdateContext update) {
        return networks.space().draw(update.random("latent"), update.batchSize());
    }

    @Override
    public Outputs generated(UpdateContext update, Tensor latents) {
        Tensor samples = update.apply(networks.generator(), Inputs.of(latents)).value();
        return Outputs.of(networks.pairs().joined(samples, latents));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor both) {
        return networks.scored(update, both);
    }

    /** Exchanges the roles of both kinds of pairs: unlike most losses of generators, it depends on the real ones too. */
    @Override
    public Term generatorTerm(AdversarialLoss loss, ScoredBatch batch) {
        return Term.of("adversarial", loss.critic(batch.fakeScores(), batch.realScores()));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        if (reconstruction == 0) {
            return List.of();
        }
        Tensor samples = networks.pairs().samples(batch.real());
        Tensor latents = networks.pairs().latents(batch.real());
        Tensor again =
                batch.update().apply(networks.generator(), Inputs.of(latents)).value();
        return List.of(Term.of("reconstruction", samples.sub(again).abs().mean().mul(reconstruction)));
    }
}
