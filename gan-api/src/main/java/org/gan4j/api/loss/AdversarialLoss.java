package org.gan4j.api.loss;

import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;

/**
 * What critic and generator minimize, as functions of the critic's scores, each of shape [N]. Both are given real and
 * fake scores, since relativistic losses need both; what is not used costs nothing.
 */
public interface AdversarialLoss extends Component {
    /** The critic's loss, a scalar. */
    Tensor critic(Tensor real, Tensor fake);

    /** The generator's loss, a scalar. */
    Tensor generator(Tensor real, Tensor fake);
}
