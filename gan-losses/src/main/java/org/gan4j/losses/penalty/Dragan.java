package org.gan4j.losses.penalty;

import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * The gradient penalty of DRAGAN (<a href="https://arxiv.org/abs/1705.07215">Kodali et al. 2017</a>) around real samples,
 * which keeps the critic from having sharp gradients there:
 *
 * <pre>
 * λ E[(‖∇f(x + α δ)‖₂ - 1)²],  α ~ U[0, 1) once per sample,  δ = s/2 · U[0, 1) once per number
 * </pre>
 *
 * s is the standard deviation of all numbers of the batch of real samples, as in the paper's program. The norm is that
 * of {@link GradientPenalty}; the samples of a pack share α. With a period n, the term is added every n-th step,
 * multiplied by n, so that its mean over the steps stays the same.
 *
 * @param weight λ, above 0; 10 in the paper
 * @param period n, at least 1; 1 in the paper
 */
public record Dragan(double weight, int period) implements Regularizer {
    private static final double SPREAD = 0.5;

    /**
     * Creates the penalty.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the period is less than 1
     */
    public Dragan {
        Regularizer.require("dragan", weight, period);
    }

    /**
     * Returns the penalty with this weight in every step.
     *
     * @throws IllegalArgumentException if the weight is not above 0
     */
    public static Dragan of(double weight) {
        return new Dragan(weight, 1);
    }

    @Override
    public String name() {
        return "dragan";
    }

    @Override
    public String summary() {
        return "pulls the norm of the critic's gradient around real samples toward 1";
    }

    @Override
    public boolean usesInputGradient() {
        return true;
    }

    @Override
    public Tensor penalty(RegularizerContext context) {
        RandomKey random = context.random();
        return penalty(
                context,
                Interpolation.positions(context, random.child("position")),
                random.child("perturbation").uniform(context.real().shape().dims()));
    }

    /**
     * Returns the penalty for given random numbers.
     *
     * @param alpha α of each sample, [N,1,...]; all samples of a pack get that of its first
     * @param uniform the perturbations in [0, 1), of the shape of the real samples
     */
    Tensor penalty(RegularizerContext context, Tensor alpha, Tensor uniform) {
        Tensor real = context.real();
        Tensor deviation = real.sub(real.mean()).square().mean().sqrt();
        Tensor delta = uniform.mul(deviation).mul(SPREAD);
        Tensor around = real.add(Interpolation.shared(context, alpha).mul(delta));
        Tensor norms = InputGradient.norms(context.scores(around), around);
        return norms.sub(1).square().mean().mul(weight * period);
    }
}
