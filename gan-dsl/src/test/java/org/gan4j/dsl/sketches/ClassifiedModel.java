package org.gan4j.dsl.sketches;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.layers.Initialization;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.tensor.Tensor;

/** The model of {@link LabelConditional}: both players minimize the cross-entropy of the classes. */
record ClassifiedModel(Network generator, Network critic, Network classifier, LatentSpace space, int classes)
        implements AdversarialModel {
    private static final String CLASSES = "classes";

    /** Returns a linear layer from features to one logit per class. */
    static Network classifier(int features, int classes, long seed) {
        Sequential.Builder network = Sequential.in(VariableScope.of("classifier", seed));
        network.add(Layer.function("reshape", x -> x.reshape(-1, features)));
        return network.add(new Linear(network.scope("logits"), features, classes, Initialization.byFanIn(features, 1)))
                .build();
    }

    Inputs labeled(Tensor latents, Tensor labels) {
        return Inputs.of(Tensor.concat(1, latents, Tensor.oneHot(labels, classes)));
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
        return update.apply(generator, labeled(latents, update.data(Field.LABEL)));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        Outputs scored = update.apply(critic, Inputs.of(samples));
        return scored.with(CLASSES, update.apply(classifier, scored.head(Outputs.FEATURES)));
    }

    @Override
    public List<Term> criticTerms(ScoredBatch batch) {
        Tensor both = crossEntropy(batch, batch.realOutputs()).add(crossEntropy(batch, batch.fakeOutputs()));
        return List.of(Term.of(CLASSES, both));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        return List.of(Term.of(CLASSES, crossEntropy(batch, batch.fakeOutputs())));
    }

    private Tensor crossEntropy(ScoredBatch batch, Outputs outputs) {
        Tensor labels = Tensor.oneHot(batch.update().data(Field.LABEL), classes);
        return outputs.head(CLASSES).logSoftmax(1).mul(labels).sum(1).mean().neg();
    }
}
