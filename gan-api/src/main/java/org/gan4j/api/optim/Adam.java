package org.gan4j.api.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Adam (<a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>):
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g
 * v ← β₂ v + (1 − β₂) g²
 * θ ← θ − α · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * @param learningRate the learning rate α, above 0; 2e-4 in DCGAN, 1e-4 in WGAN-GP
 * @param beta1 the decay β₁ of the gradient's mean, in [0, 1); 0.5 in DCGAN, 0 in WGAN-GP
 * @param beta2 the decay β₂ of the squared gradient's mean, in [0, 1); 0.999 in DCGAN, 0.9 in WGAN-GP
 * @param epsilon the constant ε that keeps the divisor above 0, itself above 0
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon) implements Optimizer {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the learning rate or epsilon is not above 0, or a beta is not in [0, 1)
     */
    public Adam {
        if (!(learningRate > 0) || !(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1) || !(epsilon > 0)) {
            throw new IllegalArgumentException(
                    "Adam needs a learning rate and an epsilon above 0 and betas in [0, 1); got learning rate "
                            + learningRate + ", epsilon " + epsilon + ", beta1 " + beta1 + " and beta2 " + beta2);
        }
    }

    /**
     * Returns Adam with ε = 1e-8.
     *
     * @throws IllegalArgumentException if the learning rate is not above 0, or a beta is not in [0, 1)
     */
    public static Adam of(double learningRate, double beta1, double beta2) {
        return new Adam(learningRate, beta1, beta2, 1e-8);
    }

    @Override
    public String name() {
        return "adam";
    }

    @Override
    public String summary() {
        return "Adam: updates scaled by running means of the gradient and of its square";
    }

    @Override
    public Rule bind(List<Variable> parameters, VariableScope scope) {
        return new AdamRule(parameters, new AdamMoments(parameters, scope));
    }

    private final class AdamRule implements Rule {
        private final List<Variable> parameters;
        private final AdamMoments moments;

        private AdamRule(List<Variable> parameters, AdamMoments moments) {
            this.parameters = parameters;
            this.moments = moments;
        }

        @Override
        public List<Variable> variables() {
            return moments.variables();
        }

        @Override
        public Map<Variable, Tensor> step(Parameters at, List<Tensor> gradients, Tensor rate) {
            Map<Variable, Tensor> next = new LinkedHashMap<>();
            Tensor t = moments.number(at);
            next.put(moments.time(), t);
            Tensor alpha = rate.mul(learningRate).div(corrected(beta1, t));
            Tensor scale = corrected(beta2, t).rsqrt();
            for (int i = 0; i < parameters.size(); i++) {
                Variable parameter = parameters.get(i);
                Tensor g = gradients.get(i);
                Tensor m = at.get(moments.mean(i)).mul(beta1).add(g.mul(1 - beta1));
                Tensor v = at.get(moments.variance(i)).mul(beta2).add(g.square().mul(1 - beta2));
                DType dtype = parameter.dtype();
                Tensor step = m.mul(alpha.cast(dtype))
                        .div(v.sqrt().mul(scale.cast(dtype)).add(epsilon));
                next.put(moments.mean(i), m);
                next.put(moments.variance(i), v);
                next.put(parameter, at.get(parameter).sub(step));
            }
            return next;
        }

        /** Returns 1 − βᵗ. */
        private Tensor corrected(double beta, Tensor t) {
            return beta == 0
                    ? Tensor.full(DType.DOUBLE, 1)
                    : t.mul(Math.log(beta)).exp().rsub(1);
        }
    }
}
