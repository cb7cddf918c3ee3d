package org.gan4j.api.loss;

import org.gan4j.api.Component;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** Keeps parameters where they must be, by projecting each after its update. */
public interface Constraint extends Component {
    /** The allowed value nearest to the updated one. */
    Tensor project(Variable parameter, Tensor updated);
}
