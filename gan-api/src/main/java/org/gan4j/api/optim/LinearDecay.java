package org.gan4j.api.optim;

import org.gan4j.tensor.Tensor;

/**
 * A learning rate that stays at its full value until a step and then decreases along a straight line, as at the end of
 * training in WGAN-GP (<a href="https://arxiv.org/abs/1704.00028">Gulrajani et al. 2017</a>) and CycleGAN (<a
 * href="https://arxiv.org/abs/1703.10593">Zhu et al. 2017</a>):
 *
 * <pre>
 * 1 + (end − 1) · clamp((t − from) / (to − from), 0, 1)
 * </pre>
 *
 * @param from the last step with the full rate, at least 0
 * @param to the first step with the final factor, after {@code from}
 * @param end the final factor, at least 0; 0 in both papers
 */
public record LinearDecay(int from, int to, double end) implements LearningRateSchedule {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if not {@code 0 ≤ from < to}, or {@code end} is negative
     */
    public LinearDecay {
        if (from < 0 || to <= from || !(end >= 0)) {
            throw new IllegalArgumentException("linear-decay needs 0 ≤ from < to and an end of at least 0; got from "
                    + from + ", to " + to + " and end " + end);
        }
    }

    @Override
    public String name() {
        return "linear-decay";
    }

    @Override
    public String summary() {
        return "the full rate until a step, then a straight line down to a final factor";
    }

    @Override
    public Tensor factor(Tensor step) {
        return step.sub(from).div((double) to - from).clamp(0, 1).mul(end - 1).add(1);
    }
}
