package org.gan4j.api.training;

import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A rule that ends training when it brings no improvement: when {@code patience} evaluations in a row have no better
 * value than the best one before them (<a href="https://doi.org/10.1007/978-3-642-35289-8_5">Prechelt 1998</a>). A value
 * that is equal is no improvement, and one that is not a number is worse than any other.
 *
 * @param metric the name of a number that evaluations measure, such as {@code kernel-distance} or {@code precision}
 * @param patience the number of evaluations without improvement that ends training, at least 1
 * @param better the direction in which the number improves
 */
public record EarlyStopping(String metric, int patience, Better better) {
    /** The direction in which a number improves. */
    public enum Better {
        /** A lower number is better, as for distances. */
        LOWER,
        /** A higher number is better, as for precision. */
        HIGHER;

        /** Returns the name in lower case, as files write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns whether a value is better than another. */
        public boolean isBetter(double value, double than) {
            if (Double.isNaN(value) || Double.isNaN(than)) {
                return !Double.isNaN(value);
            }
            return this == LOWER ? value < than : value > than;
        }
    }

    /**
     * The best of the evaluations so far.
     *
     * @param step the step of the first evaluation with the best value
     * @param since the number of later evaluations, none of which is better
     */
    public record Best(int step, double value, int since) {}

    /**
     * Validates the rule.
     *
     * @throws IllegalArgumentException if the metric is blank, the patience less than 1, or the direction missing
     */
    public EarlyStopping {
        if (metric == null || metric.isBlank()) {
            throw new IllegalArgumentException(
                    "the metric of early stopping is blank: name a number that evaluations measure, such as"
                            + " kernel-distance");
        }
        if (patience < 1) {
            throw new IllegalArgumentException(
                    "the patience of early stopping must be at least 1, not " + patience + ": 5 to 20 is usual");
        }
        if (better == null) {
            throw new IllegalArgumentException(
                    "early stopping must know whether a lower or a higher " + metric + " is better: set better");
        }
    }

    /**
     * Returns the best evaluation.
     *
     * @param values the values of the metric, by the number of completed steps
     */
    public Optional<Best> best(SortedMap<Integer, Double> values) {
        return checkpoint().best(values);
    }

    /** Returns the rule to keep the checkpoint of the best evaluation. */
    public BestCheckpoint checkpoint() {
        return new BestCheckpoint(metric, better);
    }

    /** Returns whether training has brought no improvement for too long. */
    public boolean isOver(SortedMap<Integer, Double> values) {
        return best(values).filter(best -> best.since >= patience).isPresent();
    }
}
