package org.gan4j.api.optim;

import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;

/**
 * A learning rate schedule: a factor on the learning rate as a function of the step. Steps are counted from the start
 * of the run, so a resumed run continues along the same curve.
 */
public interface LearningRateSchedule extends Component {
    /**
     * Returns the factor on the learning rate in one step.
     *
     * @param step the number of the step, a scalar DOUBLE, counted from 0
     * @return the factor, a scalar DOUBLE
     */
    Tensor factor(Tensor step);
}
