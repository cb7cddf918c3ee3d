package org.gan4j.losses.adversarial;

import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/**
 * The hinge loss (<a href="https://arxiv.org/abs/1705.02894">Lim and Ye 2017</a>; <a
 * href="https://arxiv.org/abs/1802.05957">Miyato et al. 2018</a>, equations 16 and 17), usual with spectral
 * normalization: the critic ignores scores that are beyond the margin of 1 on the right side.
 *
 * <pre>
 * critic:    E[max(0, 1 - D(x))] + E[max(0, 1 + D(G(z)))]
 * generator: -E[D(G(z))]
 * </pre>
 */
public record Hinge() implements AdversarialLoss {
    @Override
    public String name() {
        return "hinge";
    }

    @Override
    public String summary() {
        return "the critic separates real and fake by a margin, as in SAGAN and BigGAN";
    }

    @Override
    public Tensor critic(Tensor real, Tensor fake) {
        return real.rsub(1).relu().mean().add(fake.add(1).relu().mean());
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return fake.mean().neg();
    }
}
