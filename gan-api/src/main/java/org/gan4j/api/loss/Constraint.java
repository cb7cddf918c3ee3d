package org.gan4j.api.loss;

import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** A constraint on the critic's parameters: a projection applied to each after its update, such as weight clipping. */
public interface Constraint extends Component {
    /**
     * Computes the allowed value that is nearest to the updated one.
     *
     * @param parameter the parameter
     * @param updated its value after the optimizer's update
     */
    Tensor project(Variable parameter, Tensor updated);
}
