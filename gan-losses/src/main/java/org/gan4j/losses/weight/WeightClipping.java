package org.gan4j.losses.weight;

import org.gan4j.api.loss.Constraint;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Holds each parameter between -bound and bound (<a href="https://arxiv.org/abs/1701.07875">Arjovsky et al. 2017</a>,
 * algorithm 1): the first way to keep a Wasserstein critic Lipschitz.
 *
 * @param bound 0.01 in the paper
 */
public record WeightClipping(double bound) implements Constraint {
    public WeightClipping {
        if (!(bound > 0)) {
            throw new IllegalArgumentException("weights are clipped to a bound above 0, not " + bound);
        }
    }

    @Override
    public String name() {
        return "weight-clipping";
    }

    @Override
    public String summary() {
        return "holds each parameter between -bound and bound";
    }

    @Override
    public Tensor project(Variable parameter, Tensor updated) {
        return updated.clamp(-bound, bound);
    }
}
