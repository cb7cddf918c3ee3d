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
 * {@link Adam} whose decay β₂ moves along half a cosine, as R3GAN is trained
 * (<a href="https://arxiv.org/abs/2501.05441">Huang et al. 2024</a>): early in training the squared
 * gradient's mean forgets fast, later it is smooth.
 *
 * <pre>
 * β₂(t) = final + (initial − final) · (1 + cos(π min((t − 1) / steps, 1))) / 2  in update t = 1, 2, ...
 * </pre>
 *
 * The bias correction of an update is 1 − β₂(t)ᵗ, as in PyTorch, whose decay may be set between updates. The number t
 * is that of this optimizer's own updates: with 5 critic updates per step, {@code steps} of the critic's optimizer
 * counts 5 for each step of training.
 *
 * @param learningRate the learning rate α, above 0
 * @param beta1 the decay β₁ of the gradient's mean, in [0, 1); 0 in R3GAN
 * @param beta2 the first decay β₂ of the squared gradient's mean, in [0, 1); 0.9 in R3GAN
 * @param finalBeta2 the decay β₂ after the last step of the cosine, in [0, 1); 0.99 in R3GAN
 * @param steps the number of updates until β₂ has its final value, at least 1
 * @param epsilon the constant ε that keeps the divisor above 0, itself above 0
 */
public record AnnealedAdam(
        double learningRate, double beta1, double beta2, double finalBeta2, int steps, double epsilon)
        implements Optimizer {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the learning rate or epsilon is not above 0, a beta is not in [0, 1), or
     *     {@code steps} is less than 1
     */
    public AnnealedAdam {
        if (!(learningRate > 0)
                || !(beta1 >= 0 && beta1 < 1)
                || !(beta2 >= 0 && beta2 < 1)
                || !(finalBeta2 >= 0 && finalBeta2 < 1)
                || steps < 1
                || !(epsilon > 0)) {
            throw new IllegalArgumentException(
                    "annealed Adam needs a learning rate and an epsilon above 0, betas in [0, 1) and steps of at least"
                            + " 1; got learning rate " + learningRate + ", epsilon " + epsilon + ", beta1 " + beta1
                            + ", beta2 " + beta2 + ", final beta2 " + finalBeta2 + " and steps " + steps);
        }
    }

    /**
     * Returns R3GAN's optimizer: β₁ = 0, β₂ from 0.9 to 0.99, ε = 1e-8.
     *
     * @throws IllegalArgumentException if the learning rate is not above 0, or {@code steps} is less than 1
     */
    public static AnnealedAdam of(double learningRate, int steps) {
        return new AnnealedAdam(learningRate, 0, 0.9, 0.99, steps, 1e-8);
    }

    @Override
    public String name() {
        return "annealed-adam";
    }

    @Override
    public String summary() {
        return "Adam whose second decay moves along half a cosine, as in R3GAN";
    }

    @Override
    public Rule bind(List<Variable> parameters, VariableScope scope) {
        return new AnnealedRule(parameters, new AdamMoments(parameters, scope));
    }

    private final class AnnealedRule implements Rule {
        private final List<Variable> parameters;
        private final AdamMoments moments;

        private AnnealedRule(List<Variable> parameters, AdamMoments moments) {
            this.parameters = parameters;
            this.moments = moments;
        }

        @Override
        public List<Variable> variables() {
            return moments.variables();
        }

        @Override
        public Map<Variable, Tensor> step(Parameters at, List<Tensor> gradients, Tensor rate) {
            // the part of the way from the final to the initial decay that is left, 1 in the first update
            Tensor left = new CosineDecay(steps, 0).factor(moments.number(at).sub(1));
            Tensor annealed = left.mul(beta2 - finalBeta2).add(finalBeta2);
            AdamMoments.Next moved = moments.next(at, gradients, Tensor.full(DType.DOUBLE, beta1), annealed, epsilon);
            Map<Variable, Tensor> next = new LinkedHashMap<>(moved.moments());
            Tensor alpha = rate.mul(learningRate);
            for (int i = 0; i < parameters.size(); i++) {
                Variable parameter = parameters.get(i);
                Tensor step = moved.directions().get(i).mul(alpha.cast(parameter.dtype()));
                next.put(parameter, at.get(parameter).sub(step));
            }
            return next;
        }
    }
}
