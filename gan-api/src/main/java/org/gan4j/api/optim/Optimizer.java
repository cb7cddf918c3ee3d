package org.gan4j.api.optim;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Component;
import org.gan4j.api.network.Parameters;
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

    /**
     * The update rule of an optimizer for particular parameters. It is a pure function: it reads the parameters and its
     * own variables only through the values it is given, so that several updates can be computed one after the other
     * within one expression, as unrolling does.
     */
    interface Rule {
        /** Returns the rule's own variables, such as moments; empty if it has none. */
        List<Variable> variables();

        /**
         * Computes one update from the variables' own values.
         *
         * @param gradients one gradient per parameter, in the order of the parameters
         * @param rate the factor on the learning rate, a scalar DOUBLE; 1 without a {@link LearningRateSchedule}
         * @return the next value of each parameter and of each of the rule's own variables
         */
        default Map<Variable, Tensor> step(List<Tensor> gradients, Tensor rate) {
            return step(Parameters.variables(), gradients, rate);
        }

        /**
         * Computes one update.
         *
         * @param at the values of the parameters and of the rule's own variables before the update
         * @param gradients one gradient per parameter, in the order of the parameters
         * @param rate the factor on the learning rate, a scalar DOUBLE; 1 without a {@link LearningRateSchedule}
         * @return the next value of each parameter and of each of the rule's own variables
         */
        Map<Variable, Tensor> step(Parameters at, List<Tensor> gradients, Tensor rate);
    }
}
