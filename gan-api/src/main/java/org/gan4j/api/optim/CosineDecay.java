package org.gan4j.api.optim;

import org.gan4j.tensor.Tensor;

/**
 * Down half a cosine (<a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter 2017</a>, equation 5, without
 * restarts):
 *
 * <pre>
 * end + (1 − end) · (1 + cos(π min(t / rounds, 1))) / 2
 * </pre>
 *
 * @param steps until the least factor is reached
 * @param end the least factor
 */
public record CosineDecay(int steps, double end) implements LearningRateSchedule {
    public CosineDecay {
        if (steps < 1 || !(end >= 0)) {
            throw new IllegalArgumentException(
                    "a cosine decay needs at least 1 round and an end of at least 0; these are " + steps + " and "
                            + end);
        }
    }

    @Override
    public String name() {
        return "cosine-decay";
    }

    @Override
    public String summary() {
        return "down half a cosine";
    }

    @Override
    public Tensor factor(Tensor step) {
        Tensor cosine = step.div(steps).minimum(1).mul(Math.PI).cos();
        return cosine.add(1).mul((1 - end) / 2).add(end);
    }
}
