package org.gan4j.apps.infogan;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Outputs;
import org.gan4j.apps.labels.ClassLogits;
import org.gan4j.apps.labels.CriticClassifier;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;

/** The unconditional model with codes, and the term λ E[-log Q(c | G(z, c))] in both objectives. */
record InfoGanModel(InfoGanNetworks networks, double weight) implements AdversarialModel {
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
        return update.apply(networks.generator(), networks.inputs(latents, codes(update)));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return networks.classifier().discriminate(update, samples);
    }

    @Override
    public List<Term> criticTerms(ScoredBatch batch) {
        return List.of(information(batch));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        return List.of(information(batch));
    }

    private Term information(ScoredBatch batch) {
        Tensor logits = batch.fakeOutputs().head(CriticClassifier.CLASSES);
        return Term.of(
                "information",
                ClassLogits.crossEntropy(logits, codes(batch.update())).mul(weight));
    }

    /** Returns the codes of the update, INT [N]. */
    Tensor codes(UpdateContext update) {
        return update.random("code")
                .uniform(update.batchSize())
                .mul(networks.oneHots().classes())
                .floor()
                .cast(DType.INT);
    }
}
