package org.gan4j.apps.tags;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Outputs;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.tensor.Tensor;

/** The unconditional model with tags: generated samples have those of the batch, and the critic tells them. */
record TaggedModel(TaggedNetworks networks, double weight) implements AdversarialModel {
    private static final String TAGS = "tags";

    @Override
    public Tensor real(UpdateContext update) {
        return update.data(Field.IMAGE);
    }

    @Override
    public Tensor latents(UpdateContext update) {
        return networks.space().draw(update.random("latent"), update.batchSize());
    }

    @Override
    public Outputs generated(UpdateContext update, Tensor latents) {
        return update.apply(networks.generator(), networks.inputs(latents, update.data(Field.TAGS)));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return networks.classifier().discriminate(update, samples);
    }

    @Override
    public List<Term> criticTerms(ScoredBatch batch) {
        UpdateContext update = batch.update();
        update.apply(networks.examples(), Inputs.of(update.data(Field.TAGS))); // keeps them
        Tensor both = crossEntropy(update, batch.realOutputs()).add(crossEntropy(update, batch.fakeOutputs()));
        return List.of(Term.of(TAGS, both.mul(weight)));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        return List.of(
                Term.of(TAGS, crossEntropy(batch.update(), batch.fakeOutputs()).mul(weight)));
    }

    private static Tensor crossEntropy(UpdateContext update, Outputs told) {
        return crossEntropy(told.head(CriticClassifier.CLASSES), update.data(Field.TAGS));
    }

    /**
     * Returns the mean of -c log σ(l) - (1 - c) log(1 - σ(l)) = softplus(l) - c l over samples and tags.
     *
     * @param logits l, [N,T]
     * @param tags c, [N,T] of 1 and 0
     */
    static Tensor crossEntropy(Tensor logits, Tensor tags) {
        return logits.softplus().sub(logits.mul(tags)).mean();
    }
}
