package org.gan4j.losses.weight;

import org.gan4j.api.loss.Constraint;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Projection of each parameter to [-c, c] after each update of the critic (<a
 * href="https://arxiv.org/abs/1701.07875">Arjovsky et al. 2017</a>, algorithm 1), the first method that keeps a
 * Wasserstein critic Lipschitz:
 *
 * <pre>
 * w ← clip(w, -c, c)
 * </pre>
 *
 * @param bound c, above 0; 0.01 in the paper
 */
public record WeightClipping(double bound) implements Constraint {
    /**
     * Creates the constraint.
     *
     * @throws IllegalArgumentException if the bound is not above 0
     */
    public WeightClipping {
        if (!(bound > 0)) {
            throw new IllegalArgumentException("weight clipping needs a bound above 0, not " + bound);
        }
    }

    @Override
    public String name() {
        return "weight-clipping";
    }

    @Override
    public String summary() {
        return "clips each of the critic's parameters to [-bound, bound]";
    }

    @Override
    public Tensor project(Variable parameter, Tensor updated) {
        return updated.clamp(-bound, bound);
    }
}
