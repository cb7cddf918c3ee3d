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
 * Optimistic Adam (<a href="https://arxiv.org/abs/1711.00141">Daskalakis et al. 2018</a>, algorithm 1): it takes
 * {@link Adam}'s step twice and takes back the previous one, as if the next gradient changed as the last one did. Where
 * plain gradient steps circle around the equilibrium of a bilinear game, optimistic ones approach it.
 *
 * <pre>
 * d_t = m̂_t / (√v̂_t + ε)
 * θ ← θ − 2α d_t + α d_{t−1},  d₀ = 0
 * </pre>
 *
 * @param learningRate the learning rate α, above 0; 1e-4 in the paper's experiments
 * @param beta1 the decay β₁ of the gradient's mean, in [0, 1)
 * @param beta2 the decay β₂ of the squared gradient's mean, in [0, 1)
 * @param epsilon the constant ε that keeps the divisor above 0, itself above 0
 */
public record OptimisticAdam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the learning rate or epsilon is not above 0, or a beta is not in [0, 1)
     */
    public OptimisticAdam {
        if (!(learningRate > 0) || !(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1) || !(epsilon > 0)) {
            throw new IllegalArgumentException(
                    "optimistic Adam needs a learning rate and an epsilon above 0 and betas in [0, 1); got learning"
                            + " rate " + learningRate + ", epsilon " + epsilon + ", beta1 " + beta1 + " and beta2 "
                            + beta2);
        }
    }

    /**
     * Returns optimistic Adam with ε = 1e-8.
     *
     * @throws IllegalArgumentException if the learning rate is not above 0, or a beta is not in [0, 1)
     */
    public static OptimisticAdam of(double learningRate, double beta1, double beta2) {
        return new OptimisticAdam(learningRate, beta1, beta2, 1e-8);
    }

    @Override
    public String name() {
        return "optimistic-adam";
    }

    @Override
    public String summary() {
        return "Adam that takes each step twice and the previous one back (Daskalakis et al. 2018)";
    }

    @Override
    public Rule bind(List<Variable> parameters, VariableScope scope) {
        return new OptimisticRule(
                parameters,
                new AdamMoments(parameters, scope),
                scope.child("previous").zerosLike(parameters));
    }

    private final class OptimisticRule implements Rule {
        private final List<Variable> parameters;
        private final AdamMoments moments;
        private final List<Variable> previous;

        private OptimisticRule(List<Variable> parameters, AdamMoments moments, List<Variable> previous) {
            this.parameters = parameters;
            this.moments = moments;
            this.previous = previous;
        }

        @Override
        public List<Variable> variables() {
            List<Variable> own = new ArrayList<>(moments.variables());
            own.addAll(previous);
            return own;
        }

        @Override
        public Map<Variable, Tensor> step(Parameters at, List<Tensor> gradients, Tensor rate) {
            Tensor ofMean = Tensor.full(DType.DOUBLE, beta1);
            Tensor ofSquare = Tensor.full(DType.DOUBLE, beta2);
            AdamMoments.Next moved = moments.next(at, gradients, ofMean, ofSquare, epsilon);
            Map<Variable, Tensor> next = new LinkedHashMap<>(moved.moments());
            Tensor alpha = rate.mul(learningRate);
            for (int i = 0; i < parameters.size(); i++) {
                Variable parameter = parameters.get(i);
                Tensor direction = moved.directions().get(i);
                Tensor step = direction.mul(2).sub(at.get(previous.get(i))).mul(alpha.cast(parameter.dtype()));
                next.put(previous.get(i), direction);
                next.put(parameter, at.get(parameter).sub(step));
            }
            return next;
        }
    }
}
