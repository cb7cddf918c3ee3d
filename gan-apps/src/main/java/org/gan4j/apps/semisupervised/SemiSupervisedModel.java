package org.gan4j.apps.semisupervised;

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
import org.gan4j.apps.labels.ClassLogits;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Norms;

/**
 * A classifier of K classes and one more for fakes, whose logit is fixed at 0 (<a
 * href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>, section 5). With l_k the logits of x and Z(x) = Σ
 * exp l_k(x), the probability of being real is D(x) = Z / (Z + 1), the sigmoid of
 *
 * <pre>
 * score(x) = log Σ exp l_k(x)
 * </pre>
 *
 * so the unlabeled part of the objective is a loss of scores. The non-saturating loss gives the paper's log D(x) and
 * log(1 - D(G(z))). The labeled part is the cross-entropy of the K classes. The generator matches the mean features f:
 *
 * <pre>
 * ‖mean f(x) - mean f(G(z))‖²
 * </pre>
 */
record SemiSupervisedModel(Network generator, LatentSpace space, CriticClassifier classifier)
        implements AdversarialModel {
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

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        Outputs classified = classifier.discriminate(update, samples);
        return new Outputs(Norms.logSumExp(classified.head(CriticClassifier.CLASSES), 1), classified.heads());
    }

    @Override
    public List<Term> criticTerms(ScoredBatch batch) {
        return List.of(classes(batch.update(), classifier));
    }

    /** Returns the cross-entropy of the batch's labeled samples. */
    static Term classes(UpdateContext update, CriticClassifier classifier) {
        Tensor logits = classifier
                .discriminate(update, update.data(PartlyLabeled.LABELED))
                .head(CriticClassifier.CLASSES);
        return Term.of(CriticClassifier.CLASSES, ClassLogits.crossEntropy(logits, update.data(Field.LABEL)));
    }

    @Override
    public Term generatorTerm(AdversarialLoss loss, ScoredBatch batch) {
        Tensor real = batch.realOutputs().head(Outputs.FEATURES);
        Tensor fake = batch.fakeOutputs().head(Outputs.FEATURES);
        return Term.of(Outputs.FEATURES, real.mean(0).sub(fake.mean(0)).square().sum());
    }
}
