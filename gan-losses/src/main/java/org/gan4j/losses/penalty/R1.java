package org.gan4j.losses.penalty;

import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Tensor;

/**
 * The R1 penalty (<a href="https://arxiv.org/abs/1801.04406">Mescheder et al. 2018</a>, equation 9): the gradient of
 * the critic at real samples, where it should vanish once the generated samples equal them:
 *
 * <pre>
 * γ/2 E[‖∇f(x)‖²]
 * </pre>
 *
 * The norm is taken per sample, over all its channels and pixels, or per pack of samples that share a score. With a
 * period n, the term is added every n-th step, multiplied by n, so that its mean over the steps stays the same (lazy
 * regularization, <a href="https://arxiv.org/abs/1912.04958">Karras et al. 2020</a>).
 *
 * @param weight γ, above 0; 10 in the paper
 * @param period n, at least 1; 1 in the paper, 16 in StyleGAN2
 */
public record R1(double weight, int period) implements Regularizer {
    /**
     * Creates the penalty.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the period is less than 1
     */
    public R1 {
        Regularizer.require("r1", weight, period);
    }

    /**
     * Returns the penalty with this weight in every step.
     *
     * @throws IllegalArgumentException if the weight is not above 0
     */
    public static R1 of(double weight) {
        return new R1(weight, 1);
    }

    @Override
    public String name() {
        return "r1";
    }

    @Override
    public String summary() {
        return "penalizes the critic's gradient at real samples";
    }

    @Override
    public boolean usesInputGradient() {
        return true;
    }

    @Override
    public Tensor penalty(RegularizerContext context) {
        return InputGradient.meanSquare(context.realScores(), context.real(), weight * period / 2);
    }
}
