package org.gan4j.dsl.sketches;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;

/**
 * The model of {@link TextToImage}. The critic also scores real images with the text of another sample, as fakes. With
 * the loss r + f of real samples and fakes, and w of wrong texts, the critic minimizes 2 r + f + w: twice the paper's
 * objective.
 */
record TextModel(Network generator, Network critic, LatentSpace space, AdversarialLoss loss)
        implements AdversarialModel {
    static final String TEXT = "text";
    private static final String WRONG_TEXT = "wrong-text";

    static Inputs inputs(Tensor latents, Tensor text) {
        return Inputs.of(Tensor.concat(1, latents, text));
    }

    @Override
    public Tensor real(UpdateContext update) {
        return update.data(Field.IMAGE);
    }

    @Override
    public Tensor latents(UpdateContext update) {
        return space.draw(update.random("latent"), update.batchSize());
    }

    @Override
    public Outputs generated(UpdateContext update, Tensor latents) {
        return update.apply(generator, inputs(latents, update.data(TEXT)));
    }

    /** Scores samples with their texts; the head has the scores with those of others, after the same augmentations. */
    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        Tensor text = update.data(TEXT);
        Tensor others = Tensor.concat(0, text.slice(0, 1, text.shape().dim(0)), text.slice(0, 0, 1));
        return update.apply(critic, together(samples, text))
                .with(
                        WRONG_TEXT,
                        update.apply(critic, together(samples, others)).value());
    }

    private static Inputs together(Tensor images, Tensor text) {
        Shape shape = images.shape();
        int count = text.shape().dim(1);
        Tensor planes = text.reshape(-1, count, 1, 1).broadcastTo(shape.with(1, count));
        return Inputs.of(Tensor.concat(1, images, planes));
    }

    @Override
    public List<Term> criticTerms(ScoredBatch batch) {
        Tensor wrong = batch.realOutputs().head(WRONG_TEXT);
        return List.of(Term.of(WRONG_TEXT, loss.critic(batch.realScores(), wrong)));
    }
}
