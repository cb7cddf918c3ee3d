package org.gan4j.api;

import org.gan4j.tensor.Tensor;

/**
 * How a learning rate changes while training goes on: what it is multiplied with, by the number of the round. Rounds
 * are counted in absolute terms, so a run that is trained on later goes on along the same curve.
 */
public interface Schedule extends Component {
    /**
     * The factor of one round.
     *
     * @param round a scalar DOUBLE that counts from 0
     * @return a scalar DOUBLE
     */
    Tensor factor(Tensor round);
}
