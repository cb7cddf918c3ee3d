package org.gan4j.api.network;

import java.util.Map;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * What a network's variables stand for while it is applied: usually themselves, but an unrolled update or a moving
 * average puts expressions in their place.
 */
@FunctionalInterface
public interface Parameters {
    Tensor get(Variable variable);

    /** Every variable stands for its own value. */
    static Parameters variables() {
        return Variable::value;
    }

    /** These variables stand for other expressions, all others for themselves. */
    static Parameters replacing(Map<Variable, Tensor> replaced) {
        return variable -> {
            Tensor other = replaced.get(variable);
            return other == null ? variable.value() : other;
        };
    }
}
