package org.gan4j.api.loss;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** The values that a {@link Regularizer} works with in one update. */
public interface RegularizerContext {
    /**
     * Returns the critic's scores, [N, ...], of any samples, [N, sample...]. The samples pass through the augmentations
     * first, and the scores can be differentiated with respect to the samples.
     */
    Tensor scores(Tensor samples);

    /** Returns the real samples of the update, [N, sample...]. */
    Tensor real();

    /** Returns the generated samples of the update, [N, sample...]. */
    Tensor fake();

    /** Returns the critic's outputs for the real samples: the scores, which the loss uses too, and any heads. */
    Outputs realOutputs();

    /** Returns the critic's outputs for the generated samples: the scores, which the loss uses too, and any heads. */
    Outputs fakeOutputs();

    /** Returns the scores of the real samples, [N, ...], which the loss uses too. */
    default Tensor realScores() {
        return realOutputs().value();
    }

    /** Returns the scores of the generated samples, [N, ...], which the loss uses too. */
    default Tensor fakeScores() {
        return fakeOutputs().value();
    }

    /**
     * Returns the number m of consecutive samples that the critic scores together. With m above 1, scores are [N/m,
     * ...], and a pack of m samples counts as one sample. Defaults to the ratio of real samples to their scores.
     */
    default int samplesPerScore() {
        return real().shape().dim(0) / realScores().shape().dim(0);
    }

    /**
     * Returns the latents of the generated samples, [N, latents...].
     *
     * @throws IllegalArgumentException if the generator has no latents, for example because it translates images
     */
    Tensor latents();

    /**
     * Applies the generator to latents. Its outputs may have further heads, such as the latents {@code w} of a mapping
     * network.
     *
     * @param latents the latents, [N, latents...]
     * @throws IllegalArgumentException if the generator has no latents, for example because it translates images
     */
    Outputs generate(Tensor latents);

    /**
     * Returns the weights of the player that the term is added to: the matrices and kernels of its layers, but no bias
     * and no scale. {@link #value} has their values.
     */
    List<Variable> weights();

    /** Returns all trained variables of the player that the term is added to. {@link #value} has their values. */
    List<Variable> parameters();

    /** Returns the expression that stands for a variable in this update. */
    Tensor value(Variable variable);

    /**
     * Returns the value of the term's state before this update.
     *
     * @param name a name of {@link Regularizer#state(List)}
     * @throws IllegalArgumentException if the regularizer declares no such state
     */
    Tensor state(String name);

    /**
     * Sets the value of the term's state after this update. In a step in which the term is not added, the state keeps its
     * value, unless the regularizer {@linkplain Regularizer#updatesEveryStep updates it in every step}.
     *
     * @param name a name of {@link Regularizer#state(List)}
     * @param next the next value, through which no gradient flows
     * @throws IllegalArgumentException if the regularizer declares no such state
     */
    void update(String name, Tensor next);

    /** Returns the random stream of this regularizer in this update. */
    RandomKey random();

    /** Returns the number of the step, a scalar INT, counted from 0. */
    Tensor step();

    /**
     * Returns a context of these values, for a regularizer of a critic. It has no latents, weights and state, which can
     * be added.
     *
     * @param critic computes the critic's scores, [N, ...], of samples, [N, sample...]
     * @param real the real samples, [N, sample...]
     * @param fake the generated samples, [N, sample...]
     * @param random the random stream of the regularizer
     */
    static GivenRegularizerContext of(UnaryOperator<Tensor> critic, Tensor real, Tensor fake, RandomKey random) {
        return new GivenRegularizerContext(critic, real, fake, random);
    }
}
