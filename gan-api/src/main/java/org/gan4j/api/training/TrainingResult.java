package org.gan4j.api.training;

import java.util.Locale;
import java.util.Map;

/**
 * The result of training.
 *
 * @param steps the number of completed steps, including those before this request
 * @param metrics the metrics of the last step, by name; empty if no step ran
 * @param history the metrics of at most 1,000 steps of this training, evenly spaced
 */
public record TrainingResult(int steps, Map<String, Double> metrics, TrainingHistory history) {
    /** Creates a result without a history, which is added where the trainer is called. */
    public TrainingResult(int steps, Map<String, Double> metrics) {
        this(steps, metrics, TrainingHistory.none());
    }

    /** Returns a copy with this history. */
    public TrainingResult with(TrainingHistory recorded) {
        return new TrainingResult(steps, metrics, recorded);
    }

    /** Returns the number of steps and the metrics of the last one. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("TrainingResult after " + steps + " steps");
        String separator = ": ";
        for (Map.Entry<String, Double> metric : metrics.entrySet()) {
            text.append(separator)
                    .append(metric.getKey())
                    .append(String.format(Locale.ROOT, " %.5g", metric.getValue()));
            separator = ", ";
        }
        return text.append("; history of ")
                .append(history.steps().size())
                .append(" steps")
                .toString();
    }
}
