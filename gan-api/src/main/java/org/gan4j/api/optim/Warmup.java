package org.gan4j.api.optim;

import org.gan4j.tensor.Tensor;

/**
 * A learning rate that increases along a straight line and then stays at its full value:
 *
 * <pre>
 * min((t + 1) / steps, 1)
 * </pre>
 *
 * @param steps the number of steps until the full rate is reached, at least 1
 */
public record Warmup(int steps) implements LearningRateSchedule {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if {@code steps} is less than 1
     */
    public Warmup {
        if (steps < 1) {
            throw new IllegalArgumentException("warmup needs steps of at least 1, not " + steps);
        }
    }

    @Override
    public String name() {
        return "warmup";
    }

    @Override
    public String summary() {
        return "a straight line up to the full rate";
    }

    @Override
    public Tensor factor(Tensor step) {
        return step.add(1).div(steps).minimum(1);
    }
}
