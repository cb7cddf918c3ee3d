package org.gan4j.losses.penalty;

import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Tensor;

/**
 * The drift penalty of ProGAN (<a href="https://arxiv.org/abs/1710.10196">Karras et al. 2018</a>, appendix A.1), which
 * keeps the scores of real samples near 0. The Wasserstein loss does not change if all scores grow alike:
 *
 * <pre>
 * ε E[f(x)²]
 * </pre>
 *
 * With a period n, the term is added every n-th step, multiplied by n, so that its mean over the steps stays the same.
 *
 * @param weight ε, above 0; 1e-3 in the paper
 * @param period n, at least 1; 1 in the paper
 */
public record Drift(double weight, int period) implements Regularizer {
    /**
     * Creates the penalty.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the period is less than 1
     */
    public Drift {
        Regularizer.require("drift", weight, period);
    }

    /** Returns the penalty with the paper's weight. */
    public static Drift standard() {
        return new Drift(1e-3, 1);
    }

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String summary() {
        return "keeps the critic's scores of real samples near 0 (ProGAN)";
    }

    @Override
    public boolean usesInputGradient() {
        return false;
    }

    @Override
    public Tensor penalty(RegularizerContext context) {
        return context.realScores().square().mean().mul(weight * period);
    }
}
