package org.gan4j.api.game;

import java.util.List;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** What a player minimizes: the sum of named terms. */
@FunctionalInterface
public interface Objective {
    /** Writes the objective of one move down, as expressions. */
    List<Term> terms(UpdateContext update);

    /**
     * A part of an objective, logged by its name.
     *
     * @param value a scalar, its weight included
     * @param period 1, or n for a term that counts in each n-th round only
     */
    record Term(String name, Tensor value, int period) {
        public Term {
            if (value.shape().rank() != 0) {
                throw new ShapeException(
                        "the term " + name + " must be a scalar; its shape is " + value.shape() + ": take its mean");
            }
            if (period < 1) {
                throw new IllegalArgumentException(
                        "the period of the term " + name + " must be at least 1, not " + period);
            }
        }

        public static Term of(String name, Tensor value) {
            return new Term(name, value, 1);
        }
    }
}
