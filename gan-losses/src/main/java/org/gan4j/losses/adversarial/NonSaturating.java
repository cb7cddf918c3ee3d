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
 */
public record NonSaturating() implements AdversarialLoss {
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
        return real.neg().softplus().mean().add(fake.softplus().mean());
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return fake.neg().softplus().mean();
    }
}
