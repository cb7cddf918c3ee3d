package com.example.matching;

import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.tensor.Tensor;

/**
 * The least squares loss (<a href="https://arxiv.org/abs/1611.04076">Mao et al. 2017</a>, equation 2):
 *
 * <pre>
 * critic:    1/2 E[(D(x) - b)²] + 1/2 E[(D(G(z)) - a)²]
 * generator: 1/2 E[(D(G(z)) - c)²]
 * </pre>
 *
 * @param a the critic's target score of fakes
 * @param b the critic's target score of real samples
 * @param c the generator's target score of fakes
 */
public record LeastSquaresLoss(double a, double b, double c) implements AdversarialLoss {
    @Override
    public String name() {
        return "sample-least-squares";
    }

    @Override
    public String summary() {
        return "squared distance of scores from their targets (Mao et al. 2017)";
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
