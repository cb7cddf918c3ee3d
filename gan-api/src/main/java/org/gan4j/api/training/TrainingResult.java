package org.gan4j.api.training;

import java.util.Map;

/**
 * How training ended.
 *
 * @param steps how many steps the networks have seen in all
 * @param metrics of the last step
 */
public record TrainingResult(int steps, Map<String, Double> metrics) {}
