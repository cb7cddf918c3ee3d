package org.gan4j.dsl.sketches;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.dsl.sketches.Sequences.Learning;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.functions.Sampling;

/** The model of sequences of words, as one-hots [N,T,V]. */
record SequenceModel(String field, int words, Learning learning, Network generator, Network critic, LatentSpace space)
        implements AdversarialModel {
    private static final String LOGITS = "logits";
    private static final double DECAY = 0.9;

    /** Returns the running mean of rewards, which the generator owns; none if it needs no reward. */
    List<Variable> state() {
        return learning == Learning.REWARD ? List.of(baseline()) : List.of();
    }

    private static Variable baseline() {
        return Variable.of("baseline/reward", Tensor.full(0));
    }

    @Override
    public Tensor real(UpdateContext update) {
        return Tensor.oneHot(update.data(field), words);
    }

    @Override
    public Tensor latents(UpdateContext update) {
        return space.draw(update.random("latent"), update.batchSize());
    }

    @Override
    public Outputs generated(UpdateContext update, Tensor latents) {
        Tensor logits = update.apply(generator, latents);
        // a reward needs no gradient through words, but regularizers of the generator do
        Tensor chosen = Sampling.gumbelSoftmax(logits, 1, true, update.random("words"));
        return Outputs.of(chosen).with(LOGITS, logits);
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(critic, Inputs.of(samples));
    }

    @Override
    public Term generatorTerm(AdversarialLoss loss, ScoredBatch batch) {
        if (learning == Learning.STRAIGHT_THROUGH) {
            return AdversarialModel.super.generatorTerm(loss, batch);
        }
        UpdateContext update = batch.update();
        Tensor scores = batch.fakeScores();
        Tensor reward = scores.reshape(scores.shape().dim(0), -1).mean(1).stopGradient();
        Tensor mean = update.parameters().get(baseline());
        update.update(baseline(), mean.mul(DECAY).add(reward.mean().mul(1 - DECAY)));
        Tensor logits = generated(update, latents(update)).head(LOGITS);
        Tensor likelihood =
                logits.logSoftmax(2).mul(batch.fake().stopGradient()).sum(1, 2);
        return Term.of("policy", likelihood.mul(reward.sub(mean)).mean().neg());
    }
}
