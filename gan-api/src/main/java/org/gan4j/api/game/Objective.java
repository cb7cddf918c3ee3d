package org.gan4j.api.game;

import java.util.List;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;

/** The objective that a player minimizes: a sum of named terms. */
@FunctionalInterface
public interface Objective {
    /**
     * Builds the terms of the objective as tensor expressions. The trainer calls this when it traces an update, not on
     * each step.
     *
     * @param update gives access to the batch, the networks and random numbers
     */
    List<Term> terms(UpdateContext update);

    /**
     * A term of an objective.
     *
     * @param name the name of its metric
     * @param value a scalar that includes the term's weight
     * @param period n if the term is added every n-th step only (lazy regularization); 1 means every step
     */
    record Term(String name, Tensor value, int period) {
        /**
         * Validates the value and the period.
         *
         * @throws ShapeException if the value is not a scalar
         * @throws IllegalArgumentException if the period is less than 1
         */
        public Term {
            if (value.shape().rank() != 0) {
                throw new ShapeException("the term " + name + " must be a scalar, but its shape is " + value.shape()
                        + ": take its mean");
            }
            if (period < 1) {
                throw new IllegalArgumentException(
                        "the period of the term " + name + " must be at least 1, not " + period);
            }
        }

        /**
         * Returns a term that is added every step.
         *
         * @throws ShapeException if the value is not a scalar
         */
        public static Term of(String name, Tensor value) {
            return new Term(name, value, 1);
        }
    }
}
