package org.gan4j.api.optim;

import org.gan4j.tensor.Tensor;

/**
 * A learning rate that decreases along half a cosine (<a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter
 * 2017</a>, equation 5, without restarts):
 *
 * <pre>
 * end + (1 − end) · (1 + cos(π min(t / steps, 1))) / 2
 * </pre>
 *
 * @param steps the number of steps until the final factor is reached, at least 1
 * @param end the final factor, at least 0
 */
public record CosineDecay(int steps, double end) implements LearningRateSchedule {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if {@code steps} is less than 1, or {@code end} is negative
     */
    public CosineDecay {
        if (steps < 1 || !(end >= 0)) {
            throw new IllegalArgumentException(
                    "cosine-decay needs steps of at least 1 and an end of at least 0; got steps " + steps + " and end "
                            + end);
        }
    }

    @Override
    public String name() {
        return "cosine-decay";
    }

    @Override
    public String summary() {
        return "half a cosine, from the full rate down to a final factor";
    }

    @Override
    public Tensor factor(Tensor step) {
        Tensor cosine = step.div(steps).minimum(1).mul(Math.PI).cos();
        return cosine.add(1).mul((1 - end) / 2).add(end);
    }
}
