package org.gan4j.api.optim;

import java.util.HashSet;
import java.util.Set;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * An average of a network's variables over the rounds of training, which often makes better samples than the newest ones
 * (<a href="https://arxiv.org/abs/1806.04498">Yazıcı et al. 2019</a>):
 *
 * <pre>
 * θ̄ ← d θ̄ + (1 − d) θ,  d = min(β, (1 + t) / (10 + t)) in round t
 * </pre>
 *
 * Early on d is small, so that the values that training started with are soon forgotten.
 *
 * @param decay β; 0.999 remembers about a thousand rounds
 */
public record MovingAverage(double decay) {
    public MovingAverage {
        if (!(decay > 0 && decay < 1)) {
            throw new IllegalArgumentException(
                    "a moving average needs a decay between 0 and 1, such as 0.999; this is " + decay);
        }
    }

    /** Where the average of a parameter is kept. */
    public static Variable of(Variable parameter) {
        return Variable.of("average/" + parameter.name(), parameter.initial());
    }

    /** Each variable of a network stands for its average. */
    public static Parameters parameters(Network network) {
        Set<Variable> averaged = new HashSet<>(network.parameters());
        averaged.addAll(network.state());
        return variable -> averaged.contains(variable) ? of(variable).value() : variable.value();
    }

    /**
     * The next average of a variable.
     *
     * @param updated the variable's value after its update
     * @param round a scalar DOUBLE that counts from 0
     */
    public Tensor next(Variable parameter, Tensor updated, Tensor round) {
        Tensor d = round.add(1).div(round.add(10)).minimum(decay).cast(parameter.dtype());
        Tensor average = of(parameter).value();
        return average.add(updated.sub(average).mul(d.rsub(1)));
    }
}
