package org.gan4j.api.training;

import java.util.Map;

/**
 * The result of training.
 *
 * @param steps the number of completed steps, including those before this request
 * @param metrics the metrics of the last step, by name; empty if no step ran
 */
public record TrainingResult(int steps, Map<String, Double> metrics) {}
