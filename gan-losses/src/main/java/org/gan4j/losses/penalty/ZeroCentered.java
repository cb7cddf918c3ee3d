package org.gan4j.losses.penalty;

import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Tensor;

/**
 * The zero-centered gradient penalty between real and generated samples, 0-GP (<a
 * href="https://arxiv.org/abs/1902.03984">Thanh-Tung et al. 2019</a>), which makes the critic generalize from few data:
 *
 * <pre>
 * λ E[‖∇f(x̂)‖²],  x̂ = ε x + (1 - ε) G(z),  ε ~ U[0, 1) once per sample
 * </pre>
 *
 * The norm and the points x̂ are those of {@link GradientPenalty}. With a period n, the term is added every n-th step,
 * multiplied by n, so that its mean over the steps stays the same.
 *
 * @param weight λ, above 0
 * @param period n, at least 1; 1 in the paper
 */
public record ZeroCentered(double weight, int period) implements Regularizer {
    /**
     * Creates the penalty.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the period is less than 1
     */
    public ZeroCentered {
        Regularizer.require("zero-centered", weight, period);
    }

    /**
     * Returns the penalty with this weight in every step.
     *
     * @throws IllegalArgumentException if the weight is not above 0
     */
    public static ZeroCentered of(double weight) {
        return new ZeroCentered(weight, 1);
    }

    @Override
    public String name() {
        return "zero-centered";
    }

    @Override
    public String summary() {
        return "penalizes the critic's gradient between real and fake (0-GP)";
    }

    @Override
    public boolean usesInputGradient() {
        return true;
    }

    @Override
    public Tensor penalty(RegularizerContext context) {
        Tensor between = Interpolation.realToFake(context, Interpolation.positions(context, context.random()));
        return InputGradient.meanSquare(context.scores(between), between, weight * period);
    }
}
