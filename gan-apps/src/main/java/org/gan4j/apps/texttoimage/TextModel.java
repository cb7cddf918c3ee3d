package org.gan4j.apps.texttoimage;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/**
 * The model of a text-to-image GAN. Real and generated images have the captions of the batch. Wrong texts are those of the
 * next sample of the batch; if that has the same caption, the next caption of the data.
 */
record TextModel(TextConditional settings, TextNetworks networks, CaptionTable captions, AdversarialLoss loss)
        implements AdversarialModel {
    private static final String MISMATCHED = "mismatched";
    private static final String INTERPOLATED = "interpolated";

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
        return networks.generated(update.parameters(), update.pass(), latents, own(update));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return networks.scored(update, samples, own(update));
    }

    @Override
    public Term criticTerm(AdversarialLoss loss, ScoredBatch batch) {
        Tensor whole = loss.critic(batch.realScores(), batch.fakeScores());
        return Term.of("adversarial", settings.mismatched() ? whole.mul(0.5) : whole);
    }

    @Override
    public List<Term> criticTerms(ScoredBatch batch) {
        if (!settings.mismatched()) {
            return List.of();
        }
        UpdateContext update = batch.update();
        Tensor wrong = networks.withText(update, batch.realOutputs(), others(update));
        return List.of(
                Term.of(MISMATCHED, loss.critic(batch.realScores(), wrong).mul(0.5)));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        if (settings.interpolation() == 0) {
            return List.of();
        }
        UpdateContext update = batch.update();
        double beta = settings.interpolation();
        Tensor between = own(update).mul(beta).add(others(update).mul(1 - beta));
        Tensor latents = networks.space().draw(update.random(INTERPOLATED), update.batchSize());
        Tensor images = networks.generated(update.parameters(), update.pass(), latents, between)
                .value();
        Tensor scores = networks.withText(update, batch.critic().apply(images), between);
        return List.of(Term.of(INTERPOLATED, loss.generator(batch.realScores(), scores)));
    }

    /** Returns the vectors of the batch's captions, [N,S]. */
    private Tensor own(UpdateContext update) {
        return captions.of(update.data(Field.CAPTION));
    }

    /** Returns the vectors of other captions, [N,S], each different from that of its sample. */
    private Tensor others(UpdateContext update) {
        Tensor own = update.data(Field.CAPTION);
        Tensor next = Tensor.concat(0, own.slice(0, 1, own.shape().dim(0)), own.slice(0, 0, 1));
        Tensor following = own.equal(captions.size() - 1).where(own.zerosLike(), own.add(1));
        return captions.of(next.equal(own).where(following, next));
    }
}
