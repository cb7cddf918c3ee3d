package org.gan4j.losses.penalty;

import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Tensor;

/**
 * The gradient penalty of WGAN-GP (<a href="https://arxiv.org/abs/1704.00028">Gulrajani et al. 2017</a>, equation 3)
 * at points between real and fake samples:
 *
 * <pre>
 * λ E[(‖∇f(x̂)‖₂ - target)²],  x̂ = ε x + (1 - ε) G(z),  ε ~ U[0, 1) once per sample
 * </pre>
 *
 * The norm is taken per sample, over all its channels and pixels, of the gradient of the sum of its scores. If the
 * critic scores packs of samples, a pack counts as one sample: it has one ε and one norm. If one-sided, only norms above
 * the target are penalized, λ E[max(0, ‖∇f(x̂)‖₂ - target)²], as in WGAN-LP (<a
 * href="https://arxiv.org/abs/1709.08894">Petzka et al. 2018</a>). With a period n, the term is added every
 * n-th step, multiplied by n, so that its mean over the steps stays the same.
 *
 * @param weight λ, above 0; 10 in the paper
 * @param target the desired norm, at least 0; 1 in the paper
 * @param oneSided whether norms below the target are allowed; false in the paper
 * @param period n, at least 1; 1 in the paper
 */
public record GradientPenalty(double weight, double target, boolean oneSided, int period) implements Regularizer {
    /**
     * Creates the penalty.
     *
     * @throws IllegalArgumentException if the weight is not above 0, the target is below 0, or the period is less than 1
     */
    public GradientPenalty {
        if (!(weight > 0) || !(target >= 0) || period < 1) {
            throw new IllegalArgumentException("a gradient penalty needs a weight above 0, a target of at least 0 and a"
                    + " period of at least 1, not " + weight + ", " + target + " and " + period);
        }
    }

    /**
     * Creates the penalty of every step.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the target is below 0
     */
    public GradientPenalty(double weight, double target, boolean oneSided) {
        this(weight, target, oneSided, 1);
    }

    /**
     * Returns the paper's penalty with this weight.
     *
     * @throws IllegalArgumentException if the weight is not above 0
     */
    public static GradientPenalty of(double weight) {
        return new GradientPenalty(weight, 1, false);
    }

    @Override
    public String name() {
        return "gradient-penalty";
    }

    @Override
    public String summary() {
        return "pulls the norm of the critic's gradient between real and fake toward a target";
    }

    @Override
    public boolean usesInputGradient() {
        return true;
    }

    @Override
    public Tensor penalty(RegularizerContext context) {
        return penalty(context, Interpolation.positions(context, context.random()));
    }

    /**
     * Returns the penalty at given points between real and fake samples.
     *
     * @param epsilon ε of each sample, [N,1,...]; all samples of a pack get that of its first
     */
    Tensor penalty(RegularizerContext context, Tensor epsilon) {
        Tensor between = Interpolation.realToFake(context, epsilon);
        Tensor excess = InputGradient.norms(context.scores(between), between).sub(target);
        return (oneSided ? excess.relu() : excess).square().mean().mul(weight * period);
    }
}
