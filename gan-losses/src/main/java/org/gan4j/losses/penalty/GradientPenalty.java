package org.gan4j.losses.penalty;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;

/**
 * The gradient penalty of WGAN-GP (<a href="https://arxiv.org/abs/1704.00028">Gulrajani et al. 2017</a>, equation 3)
 * at points between real and fake samples:
 *
 * <pre>
 * λ E[(‖∇f(x̂)‖₂ - target)²],  x̂ = ε x + (1 - ε) G(z),  ε ~ U[0, 1) once per sample
 * </pre>
 *
 * The norm is taken per sample, over all its channels and pixels, of the gradient of the sum of its scores. If the critic
 * scores packs of samples, a pack counts as one sample: it has one ε and one norm. If one-sided, only norms above the target are
 * penalized: λ E[max(0, ‖∇f(x̂)‖₂ - target)²].
 *
 * @param weight λ, above 0; 10 in the paper
 * @param target the desired norm, at least 0; 1 in the paper
 * @param oneSided whether norms below the target are allowed; false in the paper
 */
public record GradientPenalty(double weight, double target, boolean oneSided) implements Regularizer {
    /**
     * Creates the penalty.
     *
     * @throws IllegalArgumentException if the weight is not above 0 or the target is below 0
     */
    public GradientPenalty {
        if (!(weight > 0) || !(target >= 0)) {
            throw new IllegalArgumentException(
                    "a gradient penalty needs a weight above 0 and a target of at least 0, not " + weight + " and "
                            + target);
        }
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
        long[] onePerSample = new long[context.real().shape().rank()];
        Arrays.fill(onePerSample, 1);
        onePerSample[0] = context.real().shape().dim(0);
        return penalty(context, context.random().uniform(onePerSample));
    }

    /**
     * Returns the penalty at given points between real and fake samples. Only the scores tell how many samples a pack
     * has, so the critic is applied again if they are fewer than the samples.
     *
     * @param epsilon ε of each sample, [N,1,...]; all samples of a pack get that of its first
     */
    Tensor penalty(RegularizerContext context, Tensor epsilon) {
        Tensor between = between(context, epsilon);
        Tensor scores = context.scores(between);
        int samples = between.shape().dim(0);
        int packs = scores.shape().dim(0);
        if (packs != samples) {
            int[] firsts = IntStream.range(0, samples)
                    .map(i -> i - i % (samples / packs))
                    .toArray();
            between = between(context, epsilon.gather(0, Tensor.of(firsts, samples)));
            scores = context.scores(between);
        }
        Tensor gradient = Gradients.of(scores, between);
        Tensor norm = gradient.reshape(packs, -1).norm(1);
        Tensor excess = norm.sub(target);
        return (oneSided ? excess.relu() : excess).square().mean().mul(weight);
    }

    private static Tensor between(RegularizerContext context, Tensor epsilon) {
        return epsilon.mul(context.real()).add(epsilon.rsub(1).mul(context.fake()));
    }
}
