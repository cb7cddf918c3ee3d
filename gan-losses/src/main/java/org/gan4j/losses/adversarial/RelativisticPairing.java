package org.gan4j.losses.adversarial;

import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/**
 * The relativistic pairing loss, which asks whether the i-th real sample is more real than the i-th fake. It is RSGAN
 * (<a href="https://arxiv.org/abs/1807.00734">Jolicoeur-Martineau 2018</a>, section 4.1) and the RpGAN of <a
 * href="https://arxiv.org/abs/2011.04926">Sun et al. 2020</a> and R3GAN (<a
 * href="https://arxiv.org/abs/2501.05441">Huang et al. 2025</a>, equation 2), which are the same formula:
 *
 * <pre>
 * critic:    -E[log sigmoid(D(x) - D(G(z)))] = E[softplus(D(G(z)) - D(x))]
 * generator: -E[log sigmoid(D(G(z)) - D(x))] = E[softplus(D(x) - D(G(z)))]
 * </pre>
 *
 * Each fake is compared with a real sample, so a generator that covers only some of the modes does not reach the
 * minimum. The scores of real and fake samples have equal shapes; patches are compared position by position.
 */
public record RelativisticPairing() implements AdversarialLoss {
    @Override
    public String name() {
        return "relativistic-pairing";
    }

    @Override
    public String summary() {
        return "RSGAN, R3GAN: is a real sample more real than the fake that it is paired with?";
    }

    @Override
    public Tensor critic(Tensor real, Tensor fake) {
        return fake.sub(real).softplus().mean();
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return real.sub(fake).softplus().mean();
    }
}
