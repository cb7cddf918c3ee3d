package org.gan4j.losses.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;

/** Compares with PyTorch (make_game_oracles.py in gan-testkit). */
class OrthogonalWeightsTest {
    private static RegularizerContext context(List<Variable> weights, Parameters values) {
        Tensor none = Tensor.zeros(1, 1);
        return RegularizerContext.of(x -> x, none, none, RandomKey.of(1)).weights(weights, values);
    }

    @Test
    void agreesWithPyTorchInValueAndGradient() {
        OracleCase known = Oracle.read("weights").named("orthogonal");
        List<Variable> weights = new ArrayList<>();
        Map<Variable, Tensor> values = new LinkedHashMap<>();
        for (String name : List.of("linear", "conv", "transposed")) {
            Tensor value = known.input(name);
            // the initial value differs from the current one
            Variable weight = Variable.weight(name, value.zerosLike(), known.wholeSetting("outputs_" + name));
            weights.add(weight);
            values.put(weight, value);
        }
        Tensor penalty = new OrthogonalWeights(known.setting("weight"), Role.GENERATOR)
                .penalty(context(weights, Parameters.replacing(values)));
        known.requireExpected("penalty", penalty.evaluate(), 1e-12);
        values.forEach((weight, value) -> known.requireExpected(
                "grad_" + weight.name(), Gradients.of(penalty, value).evaluate(), 1e-12));
    }

    @Test
    void isZeroForOrthogonalFiltersOfAnyNorm() {
        Variable weight = Variable.weight("w", Tensor.of(new double[] {3, 4, -8, 6}, 2, 2), 0);
        assertThat(OrthogonalWeights.of(Role.CRITIC)
                        .penalty(context(List.of(weight), Variable::initial))
                        .evaluate()
                        .item())
                .isZero();
    }

    @Test
    void sumsTheSquaredProductsOfDifferentOutputsThatAreMoreThanTheirInputs() {
        Variable weight = Variable.weight("w", Tensor.of(new double[] {1, 0, 0, 1, 1, 1}, 3, 2), 0);
        // (1, 0) and (0, 1) have a product of 1 with (1, 1) each, and 0 with each other; each pair counts twice
        assertThat(new OrthogonalWeights(1, Role.CRITIC)
                        .penalty(context(List.of(weight), Variable::initial))
                        .evaluate()
                        .item())
                .isEqualTo(4);
    }

    @Test
    void concernsThePlayerThatItIsSetTo() {
        assertThat(OrthogonalWeights.of(Role.CRITIC).player()).isEqualTo(Role.CRITIC);
        assertThat(OrthogonalWeights.of(Role.GENERATOR)).isEqualTo(new OrthogonalWeights(1e-4, Role.GENERATOR));
    }

    @Test
    void aPlayerWithoutWeightsIsRefused() {
        assertThatThrownBy(
                        () -> OrthogonalWeights.of(Role.GENERATOR).penalty(context(List.of(), Parameters.variables())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("orthogonal-weights has no effect, since no variable of the generator is a weight: remove"
                        + " it, or create the networks' weights with VariableScope.weight");
    }

    @Test
    void refusesSettingsOutsideTheirBounds() {
        String start = "orthogonal-weights needs a weight above 0 and a period of at least 1, not ";
        assertThatThrownBy(() -> new OrthogonalWeights(0, Role.CRITIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(start + "0.0 and 1");
        assertThatThrownBy(() -> new OrthogonalWeights(1, Role.CRITIC, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(start + "1.0 and 0");
    }
}
