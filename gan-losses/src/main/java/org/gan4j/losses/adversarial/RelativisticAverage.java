package org.gan4j.losses.adversarial;

import java.util.Objects;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/**
 * The relativistic average loss (<a href="https://arxiv.org/abs/1807.00734">Jolicoeur-Martineau 2018</a>, section 4.2):
 * are real samples more real than the average fake, and fakes less real than the average real sample? With
 *
 * <pre>
 * r = D(x) - E[D(G(z))],  f = D(G(z)) - E[D(x)]
 *
 * STANDARD (RaSGAN)       critic:    -E[log sigmoid(r)] - E[log(1 - sigmoid(f))]
 *                         generator: -E[log sigmoid(f)] - E[log(1 - sigmoid(r))]
 * LEAST_SQUARES (RaLSGAN) critic:    E[(r - 1)²] + E[(f + 1)²]
 *                         generator: E[(f - 1)²] + E[(r + 1)²]
 * HINGE (RaHingeGAN)      critic:    E[max(0, 1 - r)] + E[max(0, 1 + f)]
 *                         generator: E[max(0, 1 - f)] + E[max(0, 1 + r)]
 * </pre>
 *
 * The averages are those of the batch, over all positions of patches, and gradients flow through them. Some programs
 * halve these losses; the paper does not.
 *
 * @param kind the loss of the relative scores; STANDARD in ESRGAN
 */
public record RelativisticAverage(Kind kind) implements AdversarialLoss {
    /** Losses of scores that are relative to the other side's average. */
    public enum Kind {
        /** The loss of {@link NonSaturating}'s critic. */
        STANDARD {
            @Override
            Tensor apart(Tensor high, Tensor low) {
                return new NonSaturating().critic(high, low);
            }
        },
        /** Squared distances from 1 and -1. */
        LEAST_SQUARES {
            @Override
            Tensor apart(Tensor high, Tensor low) {
                return high.sub(1).square().mean().add(low.add(1).square().mean());
            }
        },
        /** The loss of {@link Hinge}'s critic. */
        HINGE {
            @Override
            Tensor apart(Tensor high, Tensor low) {
                return new Hinge().critic(high, low);
            }
        };

        /** Returns a loss that is low if the first scores are high and the second ones low. */
        abstract Tensor apart(Tensor high, Tensor low);
    }

    /**
     * Creates the loss.
     *
     * @throws NullPointerException if the kind is null
     */
    public RelativisticAverage {
        Objects.requireNonNull(kind, "relativistic-average needs a kind");
    }

    @Override
    public String name() {
        return "relativistic-average";
    }

    @Override
    public String summary() {
        return "RaSGAN, RaLSGAN, RaHingeGAN: are real samples more real than the average fake?";
    }

    @Override
    public Tensor critic(Tensor real, Tensor fake) {
        return kind.apart(real.sub(fake.mean()), fake.sub(real.mean()));
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return kind.apart(fake.sub(real.mean()), real.sub(fake.mean()));
    }
}
