package org.gan4j.api.optim;

import java.util.List;
import java.util.Map;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;

/**
 * An optimizer whose gradient is scaled down to a norm before each update, if its norm is larger
 * (<a href="https://arxiv.org/abs/1211.5063">Pascanu et al. 2013</a>). The norm is that of all gradients of a player
 * together, so their direction stays:
 *
 * <pre>
 * g ← g · min(1, norm / (‖g‖ + 1e-6))
 * </pre>
 *
 * <p>The constant 1e-6 is that of PyTorch's {@code clip_grad_norm_}.
 *
 * @param of the optimizer that gets the scaled gradients
 * @param norm the largest norm, above 0
 */
public record Clipped(Optimizer of, double norm) implements Optimizer {
    private static final double SMALL = 1e-6;

    /**
     * Validates the norm.
     *
     * @throws IllegalArgumentException if the norm is not above 0
     */
    public Clipped {
        if (!(norm > 0)) {
            throw new IllegalArgumentException("clipped needs a norm above 0, such as 1, not " + norm);
        }
    }

    @Override
    public String name() {
        return "clipped";
    }

    @Override
    public String summary() {
        return "another optimizer, of gradients whose global norm is clipped";
    }

    @Override
    public Rule bind(List<Variable> parameters, VariableScope scope) {
        return new ClippedRule(of.bind(parameters, scope));
    }

    private final class ClippedRule implements Rule {
        private final Rule rule;

        private ClippedRule(Rule rule) {
            this.rule = rule;
        }

        @Override
        public List<Variable> variables() {
            return rule.variables();
        }

        @Override
        public Map<Variable, Tensor> step(Parameters at, List<Tensor> gradients, Tensor rate) {
            Tensor factor = factor(gradients);
            return rule.step(
                    at,
                    gradients.stream()
                            .map(gradient -> gradient.mul(factor.cast(gradient.dtype())))
                            .toList(),
                    rate);
        }

        /** Returns the factor on all gradients, a scalar DOUBLE. */
        private Tensor factor(List<Tensor> gradients) {
            Tensor squares = gradients.stream()
                    .map(gradient -> gradient.square().sum().cast(DType.DOUBLE))
                    .reduce(Tensor.full(DType.DOUBLE, 0), Tensor::add);
            return squares.sqrt().add(SMALL).rdiv(norm).minimum(1);
        }
    }
}
