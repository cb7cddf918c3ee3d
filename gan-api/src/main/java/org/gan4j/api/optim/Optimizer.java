package org.gan4j.api.optim;

import java.util.List;
import java.util.Map;
import org.gan4j.api.Component;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/** How gradients become updates: a rule written in tensors, with its moments in variables. */
public interface Optimizer extends Component {
    /** The rule for these parameters, with its state in variables below the scope. */
    Rule bind(List<Variable> parameters, VariableScope scope);

    /** An optimizer for particular parameters. */
    interface Rule {
        /**
         * One step.
         *
         * @param gradients one for each parameter, in order
         * @param rate what the learning rate is multiplied with, a scalar DOUBLE; 1 without a {@link LearningRateSchedule}
         * @return the next value of each parameter and of each variable of the rule
         */
        Map<Variable, Tensor> step(List<Tensor> gradients, Tensor rate);
    }
}
