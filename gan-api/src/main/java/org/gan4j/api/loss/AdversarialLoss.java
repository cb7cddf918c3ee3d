package org.gan4j.api.loss;

import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;

/**
 * An adversarial loss: the functions of the critic's scores that critic and generator minimize. Both get the scores of
 * real and of generated samples, [N] each, since relativistic losses need both. An unused score costs nothing.
 */
public interface AdversarialLoss extends Component {
    /**
     * Computes the critic's loss, a scalar.
     *
     * @param real the critic's scores of real samples, [N]
     * @param fake the critic's scores of generated samples, [N]
     */
    Tensor critic(Tensor real, Tensor fake);

    /**
     * Computes the generator's loss, a scalar.
     *
     * @param real the critic's scores of real samples, [N]
     * @param fake the critic's scores of generated samples, [N]
     */
    Tensor generator(Tensor real, Tensor fake);
}
