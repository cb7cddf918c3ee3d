package org.gan4j.apps.refinement;

import java.util.List;
import org.gan4j.api.application.AdversarialModel;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** Model of SimGAN: the fakes are refined images, which also keep to the synthetic ones. */
record SimGanModel(double weight, SimGanNetworks networks) implements AdversarialModel {
    static final String SELF_REGULARIZATION = "self-regularization";

    @Override
    public Tensor real(UpdateContext update) {
        return update.data(Field.IMAGE);
    }

    @Override
    public Tensor generate(UpdateContext update) {
        return refined(update, update.data(SimGan.SYNTHETIC));
    }

    Tensor refined(UpdateContext update, Tensor synthetic) {
        return update.apply(networks.refiner(), synthetic);
    }

    /** Half of the refined images that the critic learns from come from the history. */
    @Override
    public Tensor replayed(UpdateContext update, Tensor fake) {
        return networks.history().map(buffer -> update.apply(buffer, fake)).orElse(fake);
    }

    @Override
    public Outputs discriminate(UpdateContext update, Tensor samples) {
        return update.apply(networks.critic(), Inputs.of(samples));
    }

    @Override
    public List<Term> generatorTerms(ScoredBatch batch) {
        return weight > 0
                ? List.of(Term.of(
                        SELF_REGULARIZATION,
                        change(batch.update(), batch.fake()).mul(weight)))
                : List.of();
    }

    /** Returns the mean absolute change of a pixel by the refiner. */
    Tensor change(UpdateContext update) {
        return change(update, generate(update));
    }

    private static Tensor change(UpdateContext update, Tensor refined) {
        return refined.sub(update.data(SimGan.SYNTHETIC)).abs().mean();
    }
}
