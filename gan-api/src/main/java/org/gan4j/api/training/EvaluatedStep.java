package org.gan4j.api.training;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.api.inference.Weights;

/**
 * An evaluation of samples during training.
 *
 * @param step the number of completed steps
 * @param weights the weights that generated the samples
 * @param values the numbers of the metrics, by name
 * @param took the time that the evaluation took, during which training waited
 */
public record EvaluatedStep(int step, Weights weights, Map<String, Double> values, Duration took) {
    /** Copies the values, whose order it keeps. */
    public EvaluatedStep {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
