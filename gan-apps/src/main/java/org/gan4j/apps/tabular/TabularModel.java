package org.gan4j.apps.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** The conditional model of rows, with the cross-entropy of the named choice in the generator's objective. */
record TabularModel(TabularNetworks networks) implements AdversarialModel {
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
        Tensor uniform = update.random("gumbel")
                .uniform(update.batchSize(), networks.activation().choices());
        Tensor made = networks.activation().apply(raw(update, latents), RowActivation.gumbel(uniform));
        return Outputs.of(networks.whole(made, networks.given(real(update))));
    }

    private Tensor raw(UpdateContext update, Tensor latents) {
        return update.apply(
                networks.generator(),
                TabularNetworks.joined(latents, conditions(update), networks.given(real(update))));
    }

    private Optional<Tensor> conditions(UpdateContext update) {
        return networks.conditions()
                .of(update, real(update), networks.column().map(field -> update.data(field.name())));
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(
                networks.critic(), Inputs.of(TabularNetworks.joined(samples, conditions(update), Optional.empty())));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        UpdateContext update = batch.update();
        List<Term> terms = new ArrayList<>();
        conditions(update).ifPresent(named -> {
            Tensor raw = raw(update, latents(update));
            terms.add(Term.of("condition", networks.conditions().crossEntropy(raw, named)));
        });
        networks.classifier().ifPresent(each -> terms.add(Term.of("target", each.crossEntropy(update, batch.fake()))));
        return terms;
    }
}
