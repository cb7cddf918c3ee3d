package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.AnnealedAdam;
import org.gan4j.api.optim.Clipped;
import org.gan4j.api.optim.OptimisticAdam;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.optim.Sgd;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares optimizers with PyTorch's numbers (make_optimizer_oracles.py). */
class GameOptimizersTest {
    private static final Tensor FULL_RATE = Tensor.full(DType.DOUBLE, 1);

    static Stream<OracleCase> known() {
        return Oracle.read("optimizers").cases().stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void takesThePublishedSteps(OracleCase known) {
        Variable a = Variable.of("a", known.input("a"));
        Variable b = Variable.of("b", known.input("b"));
        Optimizer.Rule rule = optimizer(known).bind(List.of(a, b), VariableScope.of("optimizer", 1));
        Parameters at = Variable::initial;
        for (int i = 0; i < 10; i++) {
            List<Tensor> gradients = List.of(row(known.input("grads_a"), i, a), row(known.input("grads_b"), i, b));
            Map<Variable, Tensor> next = rule.step(at, gradients, FULL_RATE);
            assertThat(next.keySet()).contains(a, b).containsAll(rule.variables());
            assertThat(next).hasSize(2 + rule.variables().size());
            at = at.with(next);
            require(known, "a", i, at.get(a), a);
            require(known, "b", i, at.get(b), b);
        }
    }

    private static void require(OracleCase known, String name, int update, Tensor found, Variable like) {
        Tensor expected = row(Tensor.of(known.expected(name)), update, like);
        new Closeness(1e-13).require(known + " " + name + " " + update, found.evaluate(), expected.evaluate());
    }

    private static Tensor row(Tensor of, int index, Variable like) {
        return of.slice(0, index, index + 1).reshape(like.shape().dims());
    }

    private static Optimizer optimizer(OracleCase known) {
        double rate = known.setting("lr");
        return switch (known.text("optimizer")) {
            case "optimistic-adam" ->
                new OptimisticAdam(rate, known.setting("beta1"), known.setting("beta2"), known.setting("eps"));
            case "annealed-adam" ->
                new AnnealedAdam(
                        rate,
                        known.setting("beta1"),
                        known.setting("beta2"),
                        known.setting("final_beta2"),
                        known.wholeSetting("steps"),
                        known.setting("eps"));
            default -> new Clipped(of(known), known.setting("norm"));
        };
    }

    private static Optimizer of(OracleCase known) {
        double rate = known.setting("lr");
        return known.text("of").equals("sgd")
                ? new Sgd(rate, known.setting("momentum"))
                : new Adam(rate, known.setting("beta1"), known.setting("beta2"), known.setting("eps"));
    }

    @Test
    void aScheduledRateScalesTheOptimisticStep() {
        Variable x = Variable.of("x", Tensor.full(DType.DOUBLE, 0, 1));
        Optimizer.Rule rule = new OptimisticAdam(0.5, 0, 0, 1e-12).bind(List.of(x), VariableScope.of("o", 1));
        Tensor gradient = Tensor.full(DType.DOUBLE, 4, 1);
        Map<Variable, Tensor> next = rule.step(Variable::initial, List.of(gradient), Tensor.full(DType.DOUBLE, 0.25));
        // without moments the direction is the sign of the gradient: -2 · 0.25 · 0.5
        new Closeness(1e-11)
                .require(
                        "x",
                        next.get(x).evaluate(),
                        Tensor.full(DType.DOUBLE, -0.25, 1).evaluate());
    }

    @Test
    void aGradientOfZeroIsNotClipped() {
        Variable x = Variable.of("x", Tensor.full(DType.FLOAT, 3, 2));
        Optimizer.Rule rule = new Clipped(new Sgd(1, 0), 1).bind(List.of(x), VariableScope.of("o", 1));
        Map<Variable, Tensor> next = rule.step(Variable::initial, List.of(Tensor.full(DType.FLOAT, 0, 2)), FULL_RATE);
        assertThat(next.get(x).evaluate().toFloats()).containsExactly(3, 3);
    }

    @Test
    void anAnnealedDecayStaysAtItsFinalValue() {
        Variable x = Variable.of("x", Tensor.full(DType.DOUBLE, 1, 1));
        AnnealedAdam constant = new AnnealedAdam(0.1, 0.5, 0.9, 0.9, 3, 1e-8);
        Parameters annealed = Variable::initial;
        Parameters plain = Variable::initial;
        Optimizer.Rule first = constant.bind(List.of(x), VariableScope.of("first", 1));
        Optimizer.Rule second = Adam.of(0.1, 0.5, 0.9).bind(List.of(x), VariableScope.of("second", 1));
        for (int i = 1; i <= 5; i++) {
            List<Tensor> gradient = List.of(Tensor.full(DType.DOUBLE, i, 1));
            annealed = annealed.with(first.step(annealed, gradient, FULL_RATE));
            plain = plain.with(second.step(plain, gradient, FULL_RATE));
        }
        new Closeness(1e-13)
                .require("x", annealed.get(x).evaluate(), plain.get(x).evaluate());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Clipped(new Sgd(1, 0), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clipped needs a norm above 0, such as 1, not 0.0");
        assertThatThrownBy(() -> OptimisticAdam.of(0, 0.5, 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got learning rate 0.0");
        assertThatThrownBy(() -> AnnealedAdam.of(1e-4, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("steps of at least 1")
                .hasMessageEndingWith("steps 0");
    }
}
