package org.gan4j.api.optim;

import org.gan4j.tensor.Tensor;

/**
 * The full rate up to a round, then down a straight line, as WGAN-GP and CycleGAN end their training:
 *
 * <pre>
 * 1 + (end − 1) · clamp((t − from) / (to − from), 0, 1)
 * </pre>
 *
 * @param from the last round with the full rate
 * @param to the first round with the least
 * @param end the least factor; 0 in both papers
 */
public record LinearDecay(int from, int to, double end) implements LearningRateSchedule {
    public LinearDecay {
        if (from < 0 || to <= from || !(end >= 0)) {
            throw new IllegalArgumentException("a linear decay needs 0 ≤ from < to and an end of at least 0; these are "
                    + from + ", " + to + " and " + end);
        }
    }

    @Override
    public String name() {
        return "linear-decay";
    }

    @Override
    public String summary() {
        return "the full rate up to a round, then down a straight line";
    }

    @Override
    public Tensor factor(Tensor step) {
        return step.sub(from).div((double) to - from).clamp(0, 1).mul(end - 1).add(1);
    }
}
