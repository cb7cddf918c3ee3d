package org.gan4j.losses.penalty;

import org.gan4j.api.loss.Augmentation;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.losses.augment.DiffAugment;
import org.gan4j.tensor.Tensor;

/**
 * Consistency regularization (CR-GAN, <a href="https://arxiv.org/abs/1910.12027">Zhang et al. 2020</a>): the critic's
 * score of a real sample x is to stay the same when an augmentation T changes the sample. Balanced (bCR, <a
 * href="https://arxiv.org/abs/2002.04724">Zhao et al. 2020</a>), the same holds for generated samples:
 *
 * <pre>
 * λ E[(f(x) - f(T(x)))²]                                    CR
 * λ E[(f(x) - f(T(x)))²] + λ E[(f(G(z)) - f(T(G(z))))²]     bCR
 * </pre>
 *
 * T has its full strength. The augmentations of all samples, if any, apply to x and T(x) too. With a period n, the term
 * is added every n-th step, multiplied by n, so that its mean over the steps stays the same.
 *
 * @param weight λ, above 0; 10 in both papers
 * @param balanced whether generated samples count too
 * @param of T; flips and translations in the papers
 * @param period n, at least 1; 1 in the papers
 */
public record Consistency(double weight, boolean balanced, Augmentation of, int period) implements Regularizer {
    private static final double STANDARD = 10;

    /**
     * Creates the regularizer.
     *
     * @throws IllegalArgumentException if the weight is not above 0, the period is less than 1, or there is no
     *     augmentation
     */
    public Consistency {
        Regularizer.require("consistency", weight, period);
        if (of == null) {
            throw new IllegalArgumentException(
                    "consistency compares the scores of a sample and of its augmentation, but"
                            + " has none; give it one, as in \"of: diff-augment\"");
        }
    }

    /** Returns the papers' regularizer of real samples under translations. */
    public static Consistency standard() {
        return of(new DiffAugment(false, true, false));
    }

    /** Returns the papers' regularizer of real samples under an augmentation. */
    public static Consistency of(Augmentation augmentation) {
        return new Consistency(STANDARD, false, augmentation, 1);
    }

    /** Returns a copy for real and generated samples. */
    public Consistency both() {
        return new Consistency(weight, true, of, period);
    }

    @Override
    public String name() {
        return "consistency";
    }

    @Override
    public String summary() {
        return "keeps the critic's score of a sample the same under an augmentation (CR-GAN, bCR)";
    }

    @Override
    public boolean usesInputGradient() {
        return false;
    }

    @Override
    public Tensor penalty(RegularizerContext context) {
        Tensor real = distance(context, context.realScores(), context.real(), "real");
        Tensor all = balanced ? real.add(distance(context, context.fakeScores(), context.fake(), "fake")) : real;
        return all.mul(weight * period);
    }

    private Tensor distance(RegularizerContext context, Tensor scores, Tensor samples, String stream) {
        Tensor changed = of.apply(samples, context.random().child(stream), Tensor.full(1));
        return scores.sub(context.scores(changed)).square().mean();
    }
}
