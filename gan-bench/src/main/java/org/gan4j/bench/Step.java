package org.gan4j.bench;

import java.util.Map;

/**
 * A step of training.
 *
 * @param nanoseconds how long it took
 * @param losses what it logs: {@code loss.critic}, {@code loss.generator}
 */
public record Step(long nanoseconds, Map<String, Double> losses) {
    public Step {
        losses = Map.copyOf(losses);
    }
}
