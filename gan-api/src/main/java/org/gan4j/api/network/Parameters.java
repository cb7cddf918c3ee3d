package org.gan4j.api.network;

import java.util.Map;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The values that stand for a network's variables while it is applied. Usually these are the variables' own values; an
 * unrolled update or a moving average replaces them by other expressions.
 */
@FunctionalInterface
public interface Parameters {
    /** Returns the expression that stands for a variable. */
    Tensor get(Variable variable);

    /** Returns parameters that replace these variables by other expressions and keep these parameters for all others. */
    default Parameters with(Map<Variable, Tensor> replaced) {
        return variable -> {
            Tensor other = replaced.get(variable);
            return other == null ? get(variable) : other;
        };
    }

    /** Returns parameters in which every variable stands for its own value. */
    static Parameters variables() {
        return Variable::value;
    }

    /** Returns parameters that replace these variables by other expressions and keep the values of all others. */
    static Parameters replacing(Map<Variable, Tensor> replaced) {
        return variables().with(replaced);
    }
}
