package org.gan4j.losses.generator;

import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Tensor;

/**
 * The mode seeking regularization (<a href="https://arxiv.org/abs/1903.05628">Mao et al. 2019</a>), which pushes the
 * samples of different latents apart, so that the generator does not ignore its latents:
 *
 * <pre>
 * λ / (d(G(z₁), G(z₂)) / d(z₁, z₂) + 1e-5)
 * </pre>
 *
 * d is the mean absolute difference over the batch, as in the paper's program. z₁ are the latents of the update; z₂ are
 * the same latents, each moved to the preceding place in the batch, and the first one to the last. Conditions, such as
 * labels, keep their places, so z₁ and z₂ are compared under the same condition. Of latents that are all equal, d(z₁, z₂)
 * counts as 1e-12, so that nothing is divided by 0. With a period n, the term is added
 * every n-th step, multiplied by n, so that its mean over the steps stays the same.
 *
 * @param weight λ, above 0; 1 in the paper
 * @param period n, at least 1; 1 in the paper
 */
public record ModeSeeking(double weight, int period) implements Regularizer {
    private static final double EPSILON = 1e-5;
    private static final double CLOSEST = 1e-12;

    /**
     * Creates the regularizer.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the period is less than 1
     */
    public ModeSeeking {
        Regularizer.require("mode-seeking", weight, period);
    }

    /**
     * Returns the regularizer with this weight in every step.
     *
     * @throws IllegalArgumentException if the weight is not above 0
     */
    public static ModeSeeking of(double weight) {
        return new ModeSeeking(weight, 1);
    }

    @Override
    public String name() {
        return "mode-seeking";
    }

    @Override
    public String summary() {
        return "pushes the samples of different latents apart (MSGAN)";
    }

    @Override
    public Role player() {
        return Role.GENERATOR;
    }

    @Override
    public boolean usesInputGradient() {
        return false;
    }

    @Override
    public boolean usesLatents() {
        return true;
    }

    /**
     * Computes the term.
     *
     * @throws IllegalArgumentException if the generator has no latents, or the batch has a single sample
     */
    @Override
    public Tensor penalty(RegularizerContext context) {
        Tensor latents = context.latents();
        int samples = latents.shape().dim(0);
        if (samples < 2) {
            throw new IllegalArgumentException(
                    "mode-seeking compares the samples of a batch, which has only one: use a larger batch size");
        }
        Tensor others = Tensor.concat(0, latents.slice(0, 1, samples), latents.slice(0, 0, 1));
        Tensor apart = distance(context.generate(others).value(), context.fake());
        return apart.div(distance(others, latents).maximum(CLOSEST))
                .add(EPSILON)
                .rdiv(weight * period);
    }

    private static Tensor distance(Tensor one, Tensor other) {
        return one.sub(other).abs().mean();
    }
}
