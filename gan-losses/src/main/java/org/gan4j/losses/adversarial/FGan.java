package org.gan4j.losses.adversarial;

import java.util.Objects;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/**
 * The loss of f-GAN (<a href="https://arxiv.org/abs/1606.00709">Nowozin et al. 2016</a>, equation 9): the critic
 * estimates an f-divergence of the data from the generated distribution by a lower bound. With T = g(score), where g is
 * the divergence's output activation and f* the conjugate of f (the paper's tables 2 and 6):
 *
 * <pre>
 * critic:    -E[T(x)] + E[f*(T(G(z)))]
 * generator: -E[T(G(z))]
 * </pre>
 *
 * The generator does not minimize -E[f*(T(G(z)))], whose gradient vanishes for rejected fakes, but follows the paper's
 * section 3.2, as {@link NonSaturating} does. At the critic's optimum, T = f'(p/q).
 *
 * <p>Beyond exponents of {@value #LARGEST_EXPONENT}, an exponential is replaced by its tangent, so that value and gradient
 * stay finite. This concerns only scores that stand for a density ratio p/q above e²⁰ ≈ 5e8 with KL, or below e⁻²⁰ with
 * REVERSE_KL; the other divergences have no such exponential.
 *
 * @param divergence the f-divergence
 */
public record FGan(Divergence divergence) implements AdversarialLoss {
    /** The largest exponent of which the exponential function is computed. */
    static final double LARGEST_EXPONENT = 20;

    /** The f-divergences of a data density p from a generated density q, with g and f* of a score v. */
    public enum Divergence {
        /** The Kullback-Leibler divergence ∫ p log(p/q): g(v) = v, f*(t) = exp(t - 1). */
        KL {
            @Override
            Tensor activation(Tensor v) {
                return v;
            }

            @Override
            Tensor conjugate(Tensor v) {
                return exp(v.sub(1));
            }
        },
        /** The reverse Kullback-Leibler divergence ∫ q log(q/p): g(v) = -exp(-v), f*(t) = -1 - log(-t). */
        REVERSE_KL {
            @Override
            Tensor activation(Tensor v) {
                return exp(v.neg()).neg();
            }

            @Override
            Tensor conjugate(Tensor v) {
                return v.sub(1);
            }
        },
        /** The Pearson χ² divergence ∫ (p - q)²/q, of f(u) = (u - 1)²: g(v) = v, f*(t) = t²/4 + t. */
        PEARSON {
            @Override
            Tensor activation(Tensor v) {
                return v;
            }

            @Override
            Tensor conjugate(Tensor v) {
                return v.square().mul(0.25).add(v);
            }
        },
        /**
         * The Jensen-Shannon divergence: g(v) = log 2 - log(1 + exp(-v)), f*(t) = -log(2 - exp(t)). Up to constants,
         * it is the loss of {@link NonSaturating}.
         */
        JENSEN_SHANNON {
            @Override
            Tensor activation(Tensor v) {
                return v.neg().softplus().rsub(LOG_2);
            }

            @Override
            Tensor conjugate(Tensor v) {
                return v.softplus().sub(LOG_2);
            }
        };

        private static final double LOG_2 = Math.log(2);

        /** Returns g(v). */
        abstract Tensor activation(Tensor v);

        /** Returns f*(g(v)), simplified so that nothing cancels or overflows. */
        abstract Tensor conjugate(Tensor v);

        /** Returns the exponential, with its tangent at the largest exponent beyond that. */
        private static Tensor exp(Tensor exponent) {
            Tensor beyond = exponent.sub(LARGEST_EXPONENT).relu();
            return exponent.minimum(LARGEST_EXPONENT).exp().add(beyond.mul(Math.exp(LARGEST_EXPONENT)));
        }
    }

    /**
     * Creates the loss.
     *
     * @throws NullPointerException if the divergence is null
     */
    public FGan {
        Objects.requireNonNull(divergence, "f-gan needs a divergence");
    }

    @Override
    public String name() {
        return "f-gan";
    }

    @Override
    public String summary() {
        return "a bound of an f-divergence: KL, REVERSE_KL, PEARSON or JENSEN_SHANNON";
    }

    @Override
    public Tensor critic(Tensor real, Tensor fake) {
        return divergence.conjugate(fake).mean().sub(divergence.activation(real).mean());
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return divergence.activation(fake).mean().neg();
    }
}
