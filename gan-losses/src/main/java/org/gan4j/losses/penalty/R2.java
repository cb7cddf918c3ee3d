package org.gan4j.losses.penalty;

import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Tensor;

/**
 * The R2 penalty (<a href="https://arxiv.org/abs/1801.04406">Mescheder et al. 2018</a>, equation 10): the gradient of
 * the critic at generated samples, where it should vanish once they equal the real ones:
 *
 * <pre>
 * γ/2 E[‖∇f(G(z))‖²]
 * </pre>
 *
 * The norm is taken as in {@link R1}, with which R3GAN (<a href="https://arxiv.org/abs/2501.05441">Huang et al.
 * 2024</a>) combines it. With a period n, the term is added every n-th step, multiplied by n, so that its mean over the
 * steps stays the same.
 *
 * @param weight γ, above 0; 10 in the paper
 * @param period n, at least 1; 1 in the paper
 */
public record R2(double weight, int period) implements Regularizer {
    /**
     * Creates the penalty.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the period is less than 1
     */
    public R2 {
        Regularizer.require("r2", weight, period);
    }

    /**
     * Returns the penalty with this weight in every step.
     *
     * @throws IllegalArgumentException if the weight is not above 0
     */
    public static R2 of(double weight) {
        return new R2(weight, 1);
    }

    @Override
    public String name() {
        return "r2";
    }

    @Override
    public String summary() {
        return "penalizes the critic's gradient at generated samples";
    }

    @Override
    public boolean usesInputGradient() {
        return true;
    }

    @Override
    public Tensor penalty(RegularizerContext context) {
        return InputGradient.meanSquare(context.fakeScores(), context.fake(), weight * period / 2);
    }
}
