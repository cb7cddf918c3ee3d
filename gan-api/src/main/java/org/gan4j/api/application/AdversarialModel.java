package org.gan4j.api.application;

import java.util.List;
import java.util.function.Function;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Objective.Term;
import org.gan4j.api.game.UpdateContext;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/**
 * Supplies the real samples, the generated samples and the critic's outputs of a two-player game. A model implements
 * either {@link #generate}, or {@link #latents} and {@link #generated}, which regularizers of the generator need.
 */
public interface AdversarialModel {
    /** Returns the real samples of this update, [N, sample...]. */
    Tensor real(UpdateContext update);

    /**
     * Returns the generated samples of this update, [N, sample...]. Generates them from {@link #latents} by default.
     *
     * @throws IllegalArgumentException if this model neither implements this method nor has latents
     */
    default Tensor generate(UpdateContext update) {
        return generated(update, latents(update)).value();
    }

    /**
     * Returns the latents that {@link #generate} uses in this update, [N, latents...].
     *
     * @throws IllegalArgumentException if this model has no latents, which is the default
     */
    default Tensor latents(UpdateContext update) {
        throw noLatents();
    }

    /**
     * Applies the generator to latents. Any condition comes from the update.
     *
     * @param latents the latents, [N, latents...]
     * @return the samples, [N, sample...], and the generator's heads
     * @throws IllegalArgumentException if this model has no latents, which is the default
     */
    default Outputs generated(UpdateContext update, Tensor latents) {
        throw noLatents();
    }

    private IllegalArgumentException noLatents() {
        return new IllegalArgumentException("the model " + getClass().getSimpleName()
                + " has no latents: implement latents and generated, or remove what needs latents");
    }

    /**
     * Returns the generated samples that the critic learns from, for example some of earlier steps from a pool (<a
     * href="https://arxiv.org/abs/1612.07828">Shrivastava et al. 2017</a>). Those of this update by default.
     *
     * @param fake the generated samples of this update, [N, sample...]
     */
    default Tensor replayed(UpdateContext update, Tensor fake) {
        return fake;
    }

    /**
     * Returns the critic's outputs for samples: the scores, [N] or [N, ...], and any heads. Regularizers also call this
     * with samples between real and generated ones, so any condition comes from the update and is the same for both.
     */
    Outputs discriminate(UpdateContext update, Tensor samples);

    /**
     * Returns the main term of the critic's objective: the loss of the scores, or a part of it if {@link #criticTerms}
     * returns the rest.
     */
    default Term criticTerm(AdversarialLoss loss, ScoredBatch batch) {
        return Term.of("adversarial", loss.critic(batch.realScores(), batch.fakeScores()));
    }

    /**
     * Returns the main term of the generator's objective: the loss of the scores, or what an application minimizes in
     * its place, such as a distance of features.
     */
    default Term generatorTerm(AdversarialLoss loss, ScoredBatch batch) {
        return Term.of("adversarial", loss.generator(batch.realScores(), batch.fakeScores()));
    }

    /** Returns further terms of the critic's objective. None by default. */
    default List<Term> criticTerms(ScoredBatch batch) {
        return List.of();
    }

    /** Returns further terms of the generator's objective. None by default. */
    default List<Term> generatorTerms(ScoredBatch batch) {
        return List.of();
    }

    /**
     * Returns the model of unconditional generation: the real samples are the data's field {@code image}, the generator
     * maps latents to samples, and the critic scores samples alone.
     *
     * @param generator maps latents, [N, latent], to samples
     * @param critic maps samples to scores
     * @param space the latents
     */
    static AdversarialModel unconditional(Network generator, Network critic, LatentSpace space) {
        return unconditional(Field.IMAGE, generator, critic, space);
    }

    /**
     * Returns the model of unconditional generation of another field than {@code image}.
     *
     * @param field the field that the generator imitates
     * @param generator maps latents, [N, latent], to samples
     * @param critic maps samples to scores
     * @param space the latents
     */
    static AdversarialModel unconditional(String field, Network generator, Network critic, LatentSpace space) {
        return new UnconditionalModel(field, generator, critic, space);
    }

    /**
     * The real and the generated samples of one update, with the critic's outputs for both.
     *
     * @param update the update that they belong to
     * @param real the real samples, [N, sample...]
     * @param fake the generated samples, [N, sample...]
     * @param realOutputs the critic's outputs for the real samples
     * @param fakeOutputs the critic's outputs for the generated samples
     * @param critic computes the critic's outputs for any samples, as {@link #discriminate} does, after the
     *     augmentations
     */
    record ScoredBatch(
            UpdateContext update,
            Tensor real,
            Tensor fake,
            Outputs realOutputs,
            Outputs fakeOutputs,
            Function<Tensor, Outputs> critic) {
        /** Returns the critic's scores of the real samples, [N, ...]. */
        public Tensor realScores() {
            return realOutputs.value();
        }

        /** Returns the critic's scores of the generated samples, [N, ...]. */
        public Tensor fakeScores() {
            return fakeOutputs.value();
        }
    }
}
