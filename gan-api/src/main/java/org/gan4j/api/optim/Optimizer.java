package org.gan4j.api.optim;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Component;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * An optimizer: a rule that turns gradients into parameter updates. The rule is written in tensor expressions and keeps
 * its state, such as moments, in variables.
 */
public interface Optimizer extends Component {
    /**
     * Returns the rule for these parameters.
     *
     * @param parameters the parameters to update
     * @param scope the scope of the rule's own variables
     */
    Rule bind(List<Variable> parameters, VariableScope scope);

    /** The update rule of an optimizer for particular parameters. */
    interface Rule {
        /**
         * Computes one update.
         *
         * @param gradients one gradient per parameter, in the order of the parameters
         * @param rate the factor on the learning rate, a scalar DOUBLE; 1 without a {@link LearningRateSchedule}
         * @return the next value of each parameter and of each of the rule's own variables
         */
        Map<Variable, Tensor> step(List<Tensor> gradients, Tensor rate);
    }
}
