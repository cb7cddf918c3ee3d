package org.gan4j.api.optim;

import org.gan4j.tensor.Tensor;

/**
 * A learning rate that is multiplied by a factor every n steps, as SRGAN (<a
 * href="https://arxiv.org/abs/1609.04802">Ledig et al. 2017</a>) does once:
 *
 * <pre>
 * factor^⌊t / every⌋
 * </pre>
 *
 * @param every the number n of steps between two changes of the rate, at least 1
 * @param factor the factor of each change, above 0; 0.1 in SRGAN
 */
public record StepDecay(int every, double factor) implements LearningRateSchedule {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if {@code every} is less than 1, or {@code factor} is not above 0
     */
    public StepDecay {
        if (every < 1 || !(factor > 0)) {
            throw new IllegalArgumentException(
                    "step-decay needs every to be at least 1 and a factor above 0; got every " + every + " and factor "
                            + factor);
        }
    }

    @Override
    public String name() {
        return "step-decay";
    }

    @Override
    public String summary() {
        return "multiplies the rate by a factor every n steps";
    }

    @Override
    public Tensor factor(Tensor step) {
        return step.div(every).floor().mul(Math.log(factor)).exp();
    }
}
