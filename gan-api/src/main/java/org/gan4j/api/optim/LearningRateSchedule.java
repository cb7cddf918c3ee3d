package org.gan4j.api.optim;

import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;

/**
 * How a learning rate changes while training goes on: what it is multiplied with, by the number of the round. Rounds
 * are counted in absolute terms, so a run that is trained on later goes on along the same curve.
 */
public interface LearningRateSchedule extends Component {
    /**
     * The factor of one round.
     *
     * @param step a scalar DOUBLE that counts from 0
     * @return a scalar DOUBLE
     */
    Tensor factor(Tensor step);
}
