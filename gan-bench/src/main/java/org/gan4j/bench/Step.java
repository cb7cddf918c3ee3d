package org.gan4j.bench;

import java.util.Map;

/**
 * The result of a training step.
 *
 * @param nanoseconds the time of the step
 * @param losses the logged losses by name: {@code loss.critic}, {@code loss.generator}
 */
public record Step(long nanoseconds, Map<String, Double> losses) {
    public Step {
        losses = Map.copyOf(losses);
    }
}
