package org.gan4j.losses.adversarial;

import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/**
 * The minimax loss (<a href="https://arxiv.org/abs/1406.2661">Goodfellow et al. 2014</a>, equation 1): the generator
 * minimizes the value that the critic maximizes. With D = sigmoid(score), and softplus(s) = -log sigmoid(-s):
 *
 * <pre>
 * critic:    -E[log D(x)] - E[log(1 - D(G(z)))]
 * generator: E[log(1 - D(G(z)))]
 * </pre>
 *
 * The generator's gradient vanishes where the critic rejects fakes with confidence; {@link NonSaturating} avoids that.
 *
 * @param realLabel the critic's label of real samples, as in {@link NonSaturating}; 1 means no label smoothing
 */
public record Minimax(double realLabel) implements AdversarialLoss {
    /**
     * Creates the loss.
     *
     * @throws IllegalArgumentException if the label is not above 0.5 and at most 1
     */
    public Minimax {
        NonSaturating.requireRealLabel("minimax", realLabel);
    }

    /** Creates the loss without label smoothing. */
    public Minimax() {
        this(1);
    }

    @Override
    public String name() {
        return "minimax";
    }

    @Override
    public String summary() {
        return "Goodfellow's first loss: the generator minimizes the value that the critic maximizes";
    }

    @Override
    public Tensor critic(Tensor real, Tensor fake) {
        return new NonSaturating(realLabel).critic(real, fake);
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return fake.softplus().mean().neg();
    }
}
