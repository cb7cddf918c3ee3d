package org.gan4j.api.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * Stochastic gradient descent with momentum, as PyTorch writes it:
 *
 * <pre>
 * m ← μ m + g
 * θ ← θ − α m
 * </pre>
 *
 * @param learningRate the learning rate α, above 0
 * @param momentum the momentum μ, in [0, 1); 0 is plain gradient descent
 */
public record Sgd(double learningRate, double momentum) implements Optimizer {
    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the learning rate is not above 0, or the momentum is not in [0, 1)
     */
    public Sgd {
        if (!(learningRate > 0) || !(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException(
                    "SGD needs a learning rate above 0 and a momentum in [0, 1); got learning rate " + learningRate
                            + " and momentum " + momentum);
        }
    }

    @Override
    public String name() {
        return "sgd";
    }

    @Override
    public String summary() {
        return "stochastic gradient descent with momentum";
    }

    @Override
    public Rule bind(List<Variable> parameters, VariableScope scope) {
        return new SgdRule(parameters, scope.child("m").zerosLike(parameters));
    }

    private final class SgdRule implements Rule {
        private final List<Variable> parameters;
        private final List<Variable> momenta;

        private SgdRule(List<Variable> parameters, List<Variable> momenta) {
            this.parameters = parameters;
            this.momenta = momenta;
        }

        @Override
        public List<Variable> variables() {
            return momenta;
        }

        @Override
        public Map<Variable, Tensor> step(Parameters at, List<Tensor> gradients, Tensor rate) {
            Map<Variable, Tensor> next = new LinkedHashMap<>();
            for (int i = 0; i < parameters.size(); i++) {
                Variable parameter = parameters.get(i);
                Tensor alpha = rate.mul(learningRate).cast(parameter.dtype());
                Tensor m = at.get(momenta.get(i)).mul(momentum).add(gradients.get(i));
                next.put(momenta.get(i), m);
                next.put(parameter, at.get(parameter).sub(m.mul(alpha)));
            }
            return next;
        }
    }
}
