package org.gan4j.api.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * RMSProp (<a href="https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf">Tieleman and Hinton
 * 2012</a>), as PyTorch writes it:
 *
 * <pre>
 * v ← ρ v + (1 − ρ) g²
 * θ ← θ − α g / (√v + ε)
 * </pre>
 *
 * @param learningRate the learning rate α, above 0; 5e-5 in WGAN
 * @param decay the decay ρ of the squared gradient's mean, in [0, 1); usually 0.99
 * @param epsilon the constant ε that keeps the divisor above 0, itself above 0
 */
public record RmsProp(double learningRate, double decay, double epsilon) implements Optimizer {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the learning rate or epsilon is not above 0, or the decay is not in [0, 1)
     */
    public RmsProp {
        if (!(learningRate > 0) || !(decay >= 0 && decay < 1) || !(epsilon > 0)) {
            throw new IllegalArgumentException(
                    "RMSProp needs a learning rate and an epsilon above 0 and a decay in [0, 1); got learning rate "
                            + learningRate + ", epsilon " + epsilon + " and decay " + decay);
        }
    }

    /**
     * Returns RMSProp with ρ = 0.99 and ε = 1e-8.
     *
     * @throws IllegalArgumentException if the learning rate is not above 0
     */
    public static RmsProp of(double learningRate) {
        return new RmsProp(learningRate, 0.99, 1e-8);
    }

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public String summary() {
        return "RMSProp: updates scaled by a running mean of the gradient's square";
    }

    @Override
    public Rule bind(List<Variable> parameters, VariableScope scope) {
        return new RmsPropRule(parameters, scope.child("v").zerosLike(parameters));
    }

    private final class RmsPropRule implements Rule {
        private final List<Variable> parameters;
        private final List<Variable> squares;

        private RmsPropRule(List<Variable> parameters, List<Variable> squares) {
            this.parameters = parameters;
            this.squares = squares;
        }

        @Override
        public List<Variable> variables() {
            return squares;
        }

        @Override
        public Map<Variable, Tensor> step(Parameters at, List<Tensor> gradients, Tensor rate) {
            Map<Variable, Tensor> next = new LinkedHashMap<>();
            for (int i = 0; i < parameters.size(); i++) {
                Variable parameter = parameters.get(i);
                Tensor g = gradients.get(i);
                Tensor v = at.get(squares.get(i)).mul(decay).add(g.square().mul(1 - decay));
                next.put(squares.get(i), v);
                Tensor alpha = rate.mul(learningRate).cast(parameter.dtype());
                next.put(
                        parameter,
                        at.get(parameter).sub(g.mul(alpha).div(v.sqrt().add(epsilon))));
            }
            return next;
        }
    }
}
