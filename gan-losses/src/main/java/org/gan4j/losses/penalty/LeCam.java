package org.gan4j.losses.penalty;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.Tensor;

/**
 * The LeCam regularization (<a href="https://arxiv.org/abs/2104.03310">Tseng et al. 2021</a>) for training on few data:
 * the scores of one kind of samples are pulled toward the running mean a of the other kind's scores, as in the paper's
 * program:
 *
 * <pre>
 * λ E[max(0, f(x) - a_F)²] + λ E[max(0, a_R - f(G(z)))²],  a ← d a + (1 - d) E[f]
 * </pre>
 *
 * The means are updated before they are used, and no gradient flows through them. Before the step in which the term
 * begins, it is 0, and the means are those of the last batch (d = 0). With a period n, the term is added every n-th
 * step, multiplied by n; the means are updated in every step.
 *
 * @param weight λ, above 0; 0.3 in the paper for BigGAN on CIFAR
 * @param decay d, at least 0 and below 1; 0.9 in the paper's program
 * @param start the first step, counted from 0, in which the term is added; 1000 in the paper's program
 * @param period n, at least 1; 1 in the paper
 */
public record LeCam(double weight, double decay, int start, int period) implements Regularizer {
    private static final String REAL = "real";
    private static final String FAKE = "fake";

    /**
     * Creates the regularizer.
     *
     * @throws IllegalArgumentException if the weight is not above 0, the decay is not at least 0 and below 1, the start
     *     is negative, or the period is less than 1
     */
    public LeCam {
        if (!(weight > 0) || !(decay >= 0 && decay < 1) || start < 0 || period < 1) {
            throw new IllegalArgumentException(
                    "lecam needs a weight above 0, a decay of at least 0 and below 1, a start"
                            + " of at least 0 and a period of at least 1; got weight " + weight + ", decay " + decay
                            + ", start " + start + " and period " + period);
        }
    }

    /** Returns the regularizer with the settings of the paper's program. */
    public static LeCam standard() {
        return new LeCam(0.3, 0.9, 1000, 1);
    }

    @Override
    public String name() {
        return "lecam";
    }

    @Override
    public String summary() {
        return "pulls the critic's scores toward the running means of the other samples' scores";
    }

    @Override
    public boolean usesInputGradient() {
        return false;
    }

    @Override
    public boolean updatesEveryStep() {
        return true;
    }

    @Override
    public Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        state.put(REAL, Tensor.full(0));
        state.put(FAKE, Tensor.full(0));
        return state;
    }

    @Override
    public Tensor penalty(RegularizerContext context) {
        Tensor real = context.realScores();
        Tensor fake = context.fakeScores();
        Tensor ofReal = averaged(context, REAL, real);
        Tensor ofFake = averaged(context, FAKE, fake);
        Tensor above = real.sub(ofFake).relu().square().mean();
        Tensor below = fake.rsub(ofReal).relu().square().mean();
        Tensor begun = context.step().greaterOrEqual(start).cast(real.dtype());
        return above.add(below).mul(begun).mul(weight * period);
    }

    /** Returns the running mean of scores, with this batch. */
    private Tensor averaged(RegularizerContext context, String name, Tensor scores) {
        Tensor mean = context.state(name);
        Tensor kept = context.step().greaterOrEqual(start).cast(mean.dtype()).mul(decay);
        Tensor next = mean.mul(kept).add(scores.mean().mul(kept.rsub(1))).stopGradient();
        context.update(name, next);
        return next;
    }
}
