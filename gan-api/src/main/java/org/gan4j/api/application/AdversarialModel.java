package org.gan4j.api.application;

import java.util.List;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/** Supplies the real samples, the generated samples and the critic's outputs of a two-player game. */
public interface AdversarialModel {
    /** Returns the real samples of this update, [N, sample...]. */
    Tensor real(UpdateContext update);

    /** Returns the generated samples of this update, [N, sample...]. */
    Tensor generate(UpdateContext update);

    /**
     * Returns the critic's outputs for samples: one score per sample, [N], and any heads. Regularizers also call this
     * with samples between real and generated ones, so any condition comes from the update and is the same for both.
     */
    Outputs discriminate(UpdateContext update, Tensor samples);

    /** Returns further terms of the critic's objective. None by default. */
    default List<Term> criticTerms(ScoredBatch batch) {
        return List.of();
    }

    /** Returns further terms of the generator's objective. None by default. */
    default List<Term> generatorTerms(ScoredBatch batch) {
        return List.of();
    }

    /**
     * The real and the generated samples of one update, with the critic's outputs for both.
     *
     * @param update the update that they belong to
     * @param real the real samples, [N, sample...]
     * @param fake the generated samples, [N, sample...]
     * @param realOutputs the critic's outputs for the real samples
     * @param fakeOutputs the critic's outputs for the generated samples
     */
    record ScoredBatch(UpdateContext update, Tensor real, Tensor fake, Outputs realOutputs, Outputs fakeOutputs) {
        /** Returns the critic's scores of the real samples, [N]. */
        public Tensor realScores() {
            return realOutputs.value();
        }

        /** Returns the critic's scores of the generated samples, [N]. */
        public Tensor fakeScores() {
            return fakeOutputs.value();
        }
    }
}
