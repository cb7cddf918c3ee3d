package org.gan4j.losses.adversarial;

import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/**
 * The Wasserstein loss (<a href="https://arxiv.org/abs/1701.07875">Arjovsky et al. 2017</a>, algorithm 1), for a
 * critic f that a penalty or a constraint keeps Lipschitz:
 *
 * <pre>
 * critic:    E[f(G(z))] - E[f(x)]
 * generator: -E[f(G(z))]
 * </pre>
 */
public record Wasserstein() implements AdversarialLoss {
    @Override
    public String name() {
        return "wasserstein";
    }

    @Override
    public String summary() {
        return "the difference of mean scores, for a critic that is kept Lipschitz";
    }

    @Override
    public Tensor critic(Tensor real, Tensor fake) {
        return fake.mean().sub(real.mean());
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return fake.mean().neg();
    }
}
