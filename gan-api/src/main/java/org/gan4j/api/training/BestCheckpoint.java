package org.gan4j.api.training;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.api.training.EarlyStopping.Best;
import org.gan4j.api.training.EarlyStopping.Better;

/**
 * The checkpoint that is kept, however many follow: that of the best evaluation so far. A value that is equal is no
 * better, and one that is not a number is worse than any other.
 *
 * @param metric the name of a number that evaluations measure, such as {@code kernel-distance} or {@code precision}
 * @param better the direction in which the number improves
 */
public record BestCheckpoint(String metric, Better better) {
    /**
     * Validates the rule.
     *
     * @throws IllegalArgumentException if the metric is blank, or the direction missing
     */
    public BestCheckpoint {
        if (metric == null || metric.isBlank()) {
            throw new IllegalArgumentException(
                    "the metric by which the best checkpoint is kept is blank: name a number that evaluations measure,"
                            + " such as kernel-distance");
        }
        if (better == null) {
            throw new IllegalArgumentException(
                    "to keep the best checkpoint, it must be known whether a lower or a higher " + metric
                            + " is better: set better");
        }
    }

    /**
     * Returns the best evaluation.
     *
     * @param values the values of the metric, by the number of completed steps
     */
    public Optional<Best> best(SortedMap<Integer, Double> values) {
        Best best = null;
        for (Map.Entry<Integer, Double> each : values.entrySet()) {
            best = best == null || better.isBetter(each.getValue(), best.value())
                    ? new Best(each.getKey(), each.getValue(), 0)
                    : new Best(best.step(), best.value(), best.since() + 1);
        }
        return Optional.ofNullable(best);
    }
}
