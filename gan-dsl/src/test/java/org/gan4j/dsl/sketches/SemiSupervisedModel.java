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
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Norms;

/** The model of images of which some have a class. */
record SemiSupervisedModel(Network generator, LatentSpace space, Network critic, Network logits)
        implements AdversarialModel {
    private static final String CLASSES = "classes";

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
        return update.apply(generator, Inputs.of(latents));
    }

    /** Scores samples by log Σ exp of the class logits; the logit of fakes is 0. */
    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        Outputs outputs = update.apply(critic, Inputs.of(samples));
        Tensor classes = update.apply(logits, outputs.head(Outputs.FEATURES));
        return new Outputs(Norms.logSumExp(classes, 1), outputs.heads()).with(CLASSES, classes);
    }

    @Override
    public List<Term> criticTerms(ScoredBatch batch) {
        Tensor classes = batch.realOutputs().head(CLASSES);
        // the one-hot of -1 is all zeros, so samples without a label add nothing
        Tensor chosen =
                Tensor.oneHot(batch.update().data(Field.LABEL), classes.shape().dim(1));
        return List.of(
                Term.of(CLASSES, classes.logSoftmax(1).mul(chosen).sum(1).mean().neg()));
    }

    @Override
    public Term generatorTerm(AdversarialLoss loss, ScoredBatch batch) {
        Tensor real = batch.realOutputs().head(Outputs.FEATURES).mean(0);
        Tensor fake = batch.fakeOutputs().head(Outputs.FEATURES).mean(0);
        return Term.of(Outputs.FEATURES, real.sub(fake).square().sum());
    }
}
