package org.gan4j.api.optim;

import org.gan4j.tensor.Tensor;

/**
 * Up a straight line, then the full rate:
 *
 * <pre>
 * min((t + 1) / rounds, 1)
 * </pre>
 *
 * @param steps until the full rate is reached
 */
public record Warmup(int steps) implements LearningRateSchedule {
    public Warmup {
        if (steps < 1) {
            throw new IllegalArgumentException("a warm-up needs at least 1 round, not " + steps);
        }
    }

    @Override
    public String name() {
        return "warmup";
    }

    @Override
    public String summary() {
        return "up a straight line, then the full rate";
    }

    @Override
    public Tensor factor(Tensor step) {
        return step.add(1).div(steps).minimum(1);
    }
}
