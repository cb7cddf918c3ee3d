package org.gan4j.api.optim;

import java.util.HashSet;
import java.util.Set;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * An exponential moving average (EMA) of a network's variables over the steps of training, which often makes better
 * samples than the latest weights (<a href="https://arxiv.org/abs/1806.04498">Yazıcı et al. 2019</a>):
 *
 * <pre>
 * θ̄ ← d θ̄ + (1 − d) θ,  d = min(β, (1 + t) / (10 + t)) in step t
 * </pre>
 *
 * Early in training d is small, so that the initial values are soon forgotten.
 *
 * @param decay the decay β, between 0 and 1; 0.999 averages over about the last thousand steps
 */
public record MovingAverage(double decay) {
    /**
     * Validates the decay.
     *
     * @throws IllegalArgumentException if the decay is not between 0 and 1
     */
    public MovingAverage {
        if (!(decay > 0 && decay < 1)) {
            throw new IllegalArgumentException(
                    "a moving average needs a decay between 0 and 1, such as 0.999, not " + decay);
        }
    }

    /** Returns the variable that holds the average of a variable. */
    public static Variable of(Variable parameter) {
        return Variable.of("average/" + parameter.name(), parameter.initial());
    }

    /**
     * Returns parameters that replace each variable of a network by its average. Other variables keep their own values.
     */
    public static Parameters parameters(Network network) {
        Set<Variable> averaged = new HashSet<>(network.parameters());
        averaged.addAll(network.state());
        return variable -> averaged.contains(variable) ? of(variable).value() : variable.value();
    }

    /**
     * Computes the next average of a variable.
     *
     * @param parameter the variable
     * @param updated the variable's value after its update
     * @param step the number of the step, a scalar DOUBLE, counted from 0
     */
    public Tensor next(Variable parameter, Tensor updated, Tensor step) {
        Tensor d = step.add(1).div(step.add(10)).minimum(decay).cast(parameter.dtype());
        Tensor average = of(parameter).value();
        return average.add(updated.sub(average).mul(d.rsub(1)));
    }
}
