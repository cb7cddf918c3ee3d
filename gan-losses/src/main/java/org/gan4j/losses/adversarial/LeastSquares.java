package org.gan4j.losses.adversarial;

import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/**
 * The least squares loss of LSGAN (<a href="https://arxiv.org/abs/1611.04076">Mao et al. 2017</a>, equation 2), which
 * also moves fakes that the critic accepts but that are far from real ones:
 *
 * <pre>
 * critic:    1/2 E[(D(x) - b)²] + 1/2 E[(D(G(z)) - a)²]
 * generator: 1/2 E[(D(G(z)) - c)²]
 * </pre>
 *
 * The targets 0, 1, 1 are the paper's equation 9. With -1, 1, 0 (equation 8), where b - c = 1 and b - a = 2, the
 * generator minimizes a Pearson χ² divergence.
 *
 * @param a the critic's target score of fakes
 * @param b the critic's target score of real samples, above a
 * @param c the generator's target score of fakes, above a
 */
public record LeastSquares(double a, double b, double c) implements AdversarialLoss {
    /**
     * Creates the loss.
     *
     * @throws IllegalArgumentException if b or c is not above a
     */
    public LeastSquares {
        if (!(b > a && c > a)) {
            throw new IllegalArgumentException("least-squares needs targets b and c above a; got a " + a + ", b " + b
                    + " and c " + c + ": choose 0, 1, 1 or -1, 1, 0");
        }
    }

    /** Returns the loss with the targets 0, 1 and 1. */
    public static LeastSquares standard() {
        return new LeastSquares(0, 1, 1);
    }

    @Override
    public String name() {
        return "least-squares";
    }

    @Override
    public String summary() {
        return "LSGAN: squared distances of the scores from their targets";
    }

    @Override
    public Tensor critic(Tensor real, Tensor fake) {
        return half(real, b).add(half(fake, a));
    }

    @Override
    public Tensor generator(Tensor real, Tensor fake) {
        return half(fake, c);
    }

    private static Tensor half(Tensor scores, double target) {
        return scores.sub(target).square().mean().mul(0.5);
    }
}
