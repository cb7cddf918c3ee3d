package org.gan4j.losses.adversarial;

import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/**
 * The non-saturating loss (<a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014</a>, section 3). With D =
 * sigmoid(score), and softplus(s) = -log sigmoid(-s):
 *
 * <pre>
 * critic:    -E[log D(x)] - E[log(1 - D(G(z)))]
 * generator: -E[log D(G(z))]
 * </pre>
 *
 * StyleGAN's programs call it the logistic loss. With one-sided label smoothing (<a
 * href="https://arxiv.org/abs/1606.03498">Salimans et al. 2016</a>, section 3.4) the critic gives real samples the
 * probability α instead of 1, so that its scores stay bounded; fakes keep the label 0:
 *
 * <pre>
 * critic:    -E[α log D(x) + (1 - α) log(1 - D(x))] - E[log(1 - D(G(z)))]
 * </pre>
 *
 * @param realLabel α, above 0.5 and at most 1; 1 means no smoothing, 0.9 is usual
 */
public record NonSaturating(double realLabel) implements AdversarialLoss {
    private static final double UNDECIDED = 0.5;

    /**
     * Creates the loss.
     *
     * @throws IllegalArgumentException if the label is not above 0.5 and at most 1
     */
    public NonSaturating {
        requireRealLabel("non-saturating", realLabel);
    }

    /** Creates the loss without label smoothing. */
    public NonSaturating() {
        this(1);
    }

    static void requireRealLabel(String loss, double label) {
        if (!(label > UNDECIDED && label <= 1)) {
            throw new IllegalArgumentException(loss + " needs a real-label above 0.5 and at most 1, not " + label);
        }
    }

    @Override
    public String name() {
        return "non-saturating";
    }

    @Override
    public String summary() {
        return "the generator maximizes the critic's log-probability that its samples are real";
    }

    @Override
    public Tensor critic(Tensor real, Tensor fake) {
        return ofReal(real).mean().add(fake.softplus().mean());
    }

    private Tensor ofReal(Tensor real) {
        Tensor asReal = real.neg().softplus();
        return realLabel == 1
                ? asReal
                : asReal.mul(realLabel).add(real.softplus().mul(1 - realLabel));
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return fake.neg().softplus().mean();
    }
}
