package org.gan4j.apps.progressive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.Clipped;
import org.gan4j.api.optim.Optimizer.Rule;
import org.gan4j.api.optim.Sgd;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

class GrowingOptimizerTest {
    private static final Variable EARLY = Variable.of("early", Tensor.full(1));
    private static final Variable LATE = Variable.of("late", Tensor.full(1));
    private static final VariableScope SCOPE = VariableScope.of("optimizer/generator", 0);

    /** Adam's first step has the length of the learning rate, whatever the gradient. */
    @Test
    void theFirstStepOfALateParameterIsAsLongAsThatOfAnEarlyOne() {
        GrowingOptimizer optimizer =
                new GrowingOptimizer(Adam.of(0.01, 0, 0.99), variable -> variable == EARLY ? "4x4" : "8x8");
        Map<Variable, Tensor> values = new HashMap<>();
        Parameters at = variable -> values.getOrDefault(variable, variable.initial());
        Rule alone = optimizer.bind(List.of(EARLY), SCOPE);
        for (int i = 0; i < 100; i++) {
            step(values, alone.step(at, List.of(Tensor.full(3)), Tensor.full(DType.DOUBLE, 1)));
        }
        Rule both = optimizer.bind(List.of(EARLY, LATE), SCOPE);
        step(values, both.step(at, List.of(Tensor.full(3), Tensor.full(-5)), Tensor.full(DType.DOUBLE, 1)));
        assertThat(values.get(LATE).evaluate().item()).isCloseTo(1.01, within(1e-6));
        assertThat(values.get(EARLY).evaluate().item()).isCloseTo(1 - 101 * 0.01, within(1e-4));
    }

    @Test
    void theVariablesOfAnEarlyParameterKeepTheirNames() {
        GrowingOptimizer optimizer =
                new GrowingOptimizer(Adam.of(0.01, 0, 0.99), variable -> variable == EARLY ? "4x4" : "8x8");
        assertThat(optimizer.bind(List.of(EARLY, LATE), SCOPE).variables())
                .containsAll(optimizer.bind(List.of(EARLY), SCOPE).variables())
                .extracting(Variable::name)
                .contains("optimizer/generator/4x4/t", "optimizer/generator/8x8/v/late");
    }

    @Test
    void clipsByTheNormOfAllSizes() {
        GrowingOptimizer optimizer =
                new GrowingOptimizer(new Clipped(new Sgd(1, 0), 1), variable -> variable == EARLY ? "4x4" : "8x8");
        Map<Variable, Tensor> next = optimizer
                .bind(List.of(EARLY, LATE), SCOPE)
                .step(Variable::initial, List.of(Tensor.full(3), Tensor.full(4)), Tensor.full(DType.DOUBLE, 1));
        assertThat(next.get(EARLY).evaluate().item()).isCloseTo(1 - 0.6, within(1e-6));
        assertThat(next.get(LATE).evaluate().item()).isCloseTo(1 - 0.8, within(1e-6));
    }

    private static void step(Map<Variable, Tensor> values, Map<Variable, Tensor> next) {
        next.forEach((variable, value) -> values.put(variable, Tensor.of(value.evaluate())));
    }
}
