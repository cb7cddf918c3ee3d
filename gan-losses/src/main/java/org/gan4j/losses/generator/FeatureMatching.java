package org.gan4j.losses.generator;

import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.Outputs;
import org.gan4j.tensor.Tensor;

/**
 * Feature matching (<a href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>, section 3.1): the generator
 * matches the mean features f that the critic computes its score from:
 *
 * <pre>
 * λ ‖E f(x) - E f(G(z))‖²
 * </pre>
 *
 * f is the critic's head {@value Outputs#FEATURES}; features of positions, [N,F,H,W], are compared position by position.
 * The term is added to the adversarial one, which the paper replaces. With a period n, it is added every n-th step,
 * multiplied by n, so that its mean over the steps stays the same.
 *
 * @param weight λ, above 0; 1 in the paper
 * @param period n, at least 1; 1 in the paper
 */
public record FeatureMatching(double weight, int period) implements Regularizer {
    /**
     * Creates the regularizer.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the period is less than 1
     */
    public FeatureMatching {
        Regularizer.require("feature-matching", weight, period);
    }

    /**
     * Returns the regularizer with this weight in every step.
     *
     * @throws IllegalArgumentException if the weight is not above 0
     */
    public static FeatureMatching of(double weight) {
        return new FeatureMatching(weight, 1);
    }

    @Override
    public String name() {
        return "feature-matching";
    }

    @Override
    public String summary() {
        return "makes generated samples match the real ones in the critic's mean features";
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
    public boolean usesFeatures() {
        return true;
    }

    /**
     * Computes the term.
     *
     * @throws IllegalArgumentException if the critic has no features
     */
    @Override
    public Tensor penalty(RegularizerContext context) {
        Tensor real = context.realOutputs().head(Outputs.FEATURES).mean(0);
        Tensor fake = context.fakeOutputs().head(Outputs.FEATURES).mean(0);
        return real.sub(fake).square().sum().mul(weight * period);
    }
}
