package org.gan4j.api.loss;

import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;

/**
 * An adversarial loss: the functions of the critic's scores that critic and generator minimize. Both get the scores of
 * real and of generated samples, of equal shape: [N], or [N,...] from a critic that scores patches. A loss is a mean over
 * all scores. Relativistic losses need both sides; an unused score costs nothing. {@code LossContract} of gan-testkit tests
 * a loss.
 */
public interface AdversarialLoss extends Component {
    /**
     * Computes the critic's loss, a scalar.
     *
     * @param real the critic's scores of real samples, [N,...]
     * @param fake the critic's scores of generated samples, of the same shape
     */
    Tensor critic(Tensor real, Tensor fake);

    /**
     * Computes the generator's loss, a scalar.
     *
     * @param real the critic's scores of real samples, [N,...]
     * @param fake the critic's scores of generated samples, of the same shape
     */
    Tensor generator(Tensor real, Tensor fake);
}
