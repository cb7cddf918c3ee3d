package org.gan4j.apps.conditional;

import java.util.Arrays;
import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Outputs;
import org.gan4j.apps.labels.ClassLogits;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.tensor.Tensor;

/**
 * Model of a conditional GAN: fakes have the classes of the batch's samples, so real samples and fakes share labels.
 */
record ConditionalModel(ConditionalNetworks networks) implements AdversarialModel {
    private static final String CLASSES = CriticClassifier.CLASSES;

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
        return update.apply(networks.generator(), networks.generatorInputs(latents, labels(update)));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        Tensor labels = labels(update);
        switch (networks.kind()) {
            case CONCATENATION:
                return update.apply(
                        networks.critic(), Inputs.of(networks.oneHots().append(samples, labels)));
            case AUXILIARY:
                return networks.classifier().discriminate(update, samples);
            default:
                Outputs scored = update.apply(networks.critic(), Inputs.of(samples));
                Inputs labeled = Inputs.of(scored.head(Outputs.FEATURES)).with(Field.LABEL, labels);
                Tensor agreement = update.apply(networks.byClass(), labeled).value();
                return Outputs.of(scored.value().add(perSample(agreement, scored.value())));
        }
    }

    /** Returns numbers [N] in a shape that broadcasts to scores [N, ...]. */
    private static Tensor perSample(Tensor numbers, Tensor scores) {
        if (scores.shape().rank() == 1) {
            return numbers;
        }
        long[] dims = new long[scores.shape().rank()];
        Arrays.fill(dims, 1);
        dims[0] = numbers.shape().dim(0);
        return numbers.reshape(dims);
    }

    @Override
    public List<Term> criticTerms(ScoredBatch batch) {
        return networks.kind() == Conditioning.AUXILIARY
                ? List.of(Term.of(
                        CLASSES,
                        crossEntropy(batch.update(), batch.realOutputs())
                                .add(crossEntropy(batch.update(), batch.fakeOutputs()))))
                : List.of();
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        return networks.kind() == Conditioning.AUXILIARY
                ? List.of(Term.of(CLASSES, crossEntropy(batch.update(), batch.fakeOutputs())))
                : List.of();
    }

    private static Tensor crossEntropy(UpdateContext update, Outputs classified) {
        return ClassLogits.crossEntropy(classified.head(CLASSES), labels(update));
    }

    private static Tensor labels(UpdateContext update) {
        return update.data(Field.LABEL);
    }
}
