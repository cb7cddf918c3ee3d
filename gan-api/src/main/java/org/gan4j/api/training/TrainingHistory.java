package org.gan4j.api.training;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The metrics of the steps of a training, from which curves are drawn. The history of a long training holds some of its
 * steps only, evenly spaced, and the last one.
 *
 * @param steps the steps in order
 */
public record TrainingHistory(List<Step> steps) {
    /** Copies the list. */
    public TrainingHistory {
        steps = List.copyOf(steps);
    }

    /** Returns the history of a training in which no step was recorded. */
    public static TrainingHistory none() {
        return new TrainingHistory(List.of());
    }

    /** Returns the names of all metrics, in the order in which they appear. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        steps.forEach(step -> names.addAll(step.metrics.keySet()));
        return names;
    }

    /** Returns the values of a metric by step, without the steps that lack it. */
    public NavigableMap<Integer, Double> of(String metric) {
        NavigableMap<Integer, Double> values = new TreeMap<>();
        for (Step step : steps) {
            Double value = step.metrics.get(metric);
            if (value != null) {
                values.put(step.number, value);
            }
        }
        return values;
    }

    /** Returns the steps that it holds and the names of the metrics. */
    @Override
    public String toString() {
        if (steps.isEmpty()) {
            return "no steps";
        }
        return steps.size() + " steps from " + steps.get(0).number + " to " + steps.get(steps.size() - 1).number + ": "
                + String.join(", ", names());
    }

    /**
     * The metrics of one step.
     *
     * @param number the number of completed steps, from 1
     * @param metrics the metrics by name, as listeners get them
     */
    public record Step(int number, Map<String, Double> metrics) {}
}
