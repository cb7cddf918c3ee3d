package org.gan4j.api.optim;

import org.gan4j.tensor.Tensor;

/**
 * Down by a factor each so many rounds, as SRGAN does once:
 *
 * <pre>
 * factor^⌊t / every⌋
 * </pre>
 *
 * @param every how many rounds lie between two steps
 * @param factor what each step multiplies the rate with; 0.1 in SRGAN
 */
public record StepDecay(int every, double factor) implements LearningRateSchedule {
    public StepDecay {
        if (every < 1 || !(factor > 0)) {
            throw new IllegalArgumentException(
                    "a step decay needs at least 1 round between steps and a factor above 0; these are " + every
                            + " and " + factor);
        }
    }

    @Override
    public String name() {
        return "step-decay";
    }

    @Override
    public String summary() {
        return "down by a factor each so many rounds";
    }

    @Override
    public Tensor factor(Tensor step) {
        return step.div(every).floor().mul(Math.log(factor)).exp();
    }
}
