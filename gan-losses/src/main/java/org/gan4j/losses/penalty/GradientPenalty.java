package org.gan4j.losses.penalty;

import java.util.Arrays;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;

/**
 * The gradient penalty of WGAN-GP (<a href="https://arxiv.org/abs/1704.00028">Gulrajani et al. 2017</a>, equation 3),
 * between real and fake samples:
 *
 * <pre>
 * λ E[(‖∇f(x̂)‖₂ - target)²],  x̂ = ε x + (1 - ε) G(z),  ε ~ U[0, 1) once for each sample
 * </pre>
 *
 * The norm is each sample's own, over all its channels and places together. One-sided, only norms above the target
 * are penalized: E[max(0, ‖∇f(x̂)‖₂ - target)²].
 *
 * @param weight λ; 10 in the paper
 * @param target 1 in the paper
 * @param oneSided false in the paper
 */
public record GradientPenalty(double weight, double target, boolean oneSided) implements Regularizer {
    public GradientPenalty {
        if (!(weight > 0) || !(target >= 0)) {
            throw new IllegalArgumentException(
                    "a gradient penalty needs a weight above 0 and a target of at least 0; these are " + weight
                            + " and " + target);
        }
    }

    /** The paper's, with this weight. */
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
        long[] onePerSample = new long[context.real().shape().rank()];
        Arrays.fill(onePerSample, 1);
        onePerSample[0] = context.real().shape().dim(0);
        return penalty(context, context.random().uniform(onePerSample));
    }

    /** The penalty for given places between real and fake samples, epsilon of shape [N,1,...]. */
    Tensor penalty(RegularizerContext context, Tensor epsilon) {
        Tensor between = epsilon.mul(context.real()).add(epsilon.rsub(1).mul(context.fake()));
        Tensor gradient = Gradients.of(context.scores(between), between);
        Tensor norm = gradient.reshape(gradient.shape().dim(0), -1).norm(1);
        Tensor excess = norm.sub(target);
        return (oneSided ? excess.relu() : excess).square().mean().mul(weight);
    }
}
