package org.gan4j.api.optim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * The running means of the gradients and of their squares, the variables of {@link Adam} and its relatives, and the
 * update of the relatives. Adam itself computes its update in another order, which existing runs depend on.
 */
final class AdamMoments {
    private final List<Variable> parameters;
    private final List<Variable> means;
    private final List<Variable> variances;
    private final Variable time;

    AdamMoments(List<Variable> parameters, VariableScope scope) {
        this.parameters = parameters;
        this.means = scope.child("m").zerosLike(parameters);
        this.variances = scope.child("v").zerosLike(parameters);
        // in double precision, since 1 − β₂ᵗ cancels: at t = 1 a float would be wrong by 6e-5
        this.time = scope.variable("t", Tensor.full(DType.DOUBLE, 0));
    }

    /** The next moments by variable, and one direction m̂/(√v̂ + ε) per parameter. */
    record Next(Map<Variable, Tensor> moments, List<Tensor> directions) {}

    List<Variable> variables() {
        List<Variable> own = new ArrayList<>(means);
        own.addAll(variances);
        own.add(time);
        return own;
    }

    /** Returns the running mean of a parameter's gradient. */
    Variable mean(int parameter) {
        return means.get(parameter);
    }

    /** Returns the running mean of a parameter's squared gradient. */
    Variable variance(int parameter) {
        return variances.get(parameter);
    }

    /** Returns the number of the last update, a scalar DOUBLE. */
    Variable time() {
        return time;
    }

    /** Returns the number of the update, counted from 1, a scalar DOUBLE. */
    Tensor number(Parameters at) {
        return at.get(time).add(1);
    }

    /** Returns the next moments, for decays that are scalars of type DOUBLE. */
    Next next(Parameters at, List<Tensor> gradients, Tensor beta1, Tensor beta2, double epsilon) {
        Map<Variable, Tensor> next = new LinkedHashMap<>();
        List<Tensor> directions = new ArrayList<>();
        Tensor t = number(at);
        Tensor ofMean = corrected(beta1, t).rdiv(1);
        Tensor ofRoot = corrected(beta2, t).rsqrt();
        for (int i = 0; i < parameters.size(); i++) {
            DType dtype = parameters.get(i).dtype();
            Tensor g = gradients.get(i);
            Tensor m = decayed(at.get(means.get(i)), beta1, g);
            Tensor v = decayed(at.get(variances.get(i)), beta2, g.square());
            next.put(means.get(i), m);
            next.put(variances.get(i), v);
            Tensor root = v.sqrt().mul(ofRoot.cast(dtype)).add(epsilon);
            directions.add(m.mul(ofMean.cast(dtype)).div(root));
        }
        next.put(time, t);
        return new Next(next, directions);
    }

    private static Tensor decayed(Tensor mean, Tensor beta, Tensor value) {
        DType dtype = mean.dtype();
        return mean.mul(beta.cast(dtype)).add(value.mul(beta.rsub(1).cast(dtype)));
    }

    /** Returns 1 − βᵗ; a decay of 0 gives 1, since exp(−∞) is 0. */
    private static Tensor corrected(Tensor beta, Tensor t) {
        return beta.log().mul(t).exp().rsub(1);
    }
}
