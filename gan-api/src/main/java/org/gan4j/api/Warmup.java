package org.gan4j.api;

import org.gan4j.tensor.Tensor;

/**
 * Up a straight line, then the full rate:
 *
 * <pre>
 * min((t + 1) / rounds, 1)
 * </pre>
 *
 * @param rounds until the full rate is reached
 */
public record Warmup(int rounds) implements Schedule {
    public Warmup {
        if (rounds < 1) {
            throw new IllegalArgumentException("a warm-up needs at least 1 round, not " + rounds);
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
    public Tensor factor(Tensor round) {
        return round.add(1).div(rounds).minimum(1);
    }
}
