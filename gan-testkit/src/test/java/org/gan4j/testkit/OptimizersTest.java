package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.optim.RmsProp;
import org.gan4j.api.optim.Sgd;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests types of gan-api; they are in this module because the testkit depends on gan-api. */
class OptimizersTest {
    static Stream<OracleCase> known() {
        return Oracle.read("adam").cases().stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void takesPyTorchsSteps(OracleCase known) {
        Variable parameter = Variable.of("parameter", known.input("param"));
        Optimizer.Rule rule = optimizer(known).bind(List.of(parameter), VariableScope.of("optimizer", 1));
        Tensor gradient = Tensor.input("gradient", DType.DOUBLE, 5);
        Stage step = Stage.named("step").assign(rule.step(List.of(gradient), Tensor.full(DType.DOUBLE, 1)));
        try (Session session = new ReferenceEngine().open()) {
            Program program = session.compile(Graph.of(step));
            for (int i = 0; i < 10; i++) {
                Tensor fed = known.input("grads").slice(0, i, i + 1).reshape(5);
                program.run(Map.of("gradient", fed.evaluate()));
                Tensor expected =
                        Tensor.of(known.expected("param")).slice(0, i, i + 1).reshape(5);
                new Closeness(1e-13).require(known.name() + " step " + i, session.get(parameter), expected.evaluate());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void tenStepsWithinOneExpressionAreThoseOfTenRuns(OracleCase known) {
        Variable parameter = Variable.of("parameter", known.input("param"));
        Optimizer.Rule rule = optimizer(known).bind(List.of(parameter), VariableScope.of("optimizer", 1));
        Parameters at = variable -> variable.initial();
        for (int i = 0; i < 10; i++) {
            Tensor gradient = known.input("grads").slice(0, i, i + 1).reshape(5);
            Map<Variable, Tensor> next = rule.step(at, List.of(gradient), Tensor.full(DType.DOUBLE, 1));
            assertThat(next.keySet()).contains(parameter).containsAll(rule.variables());
            assertThat(next).hasSize(1 + rule.variables().size());
            at = at.with(next);
            Tensor expected =
                    Tensor.of(known.expected("param")).slice(0, i, i + 1).reshape(5);
            new Closeness(1e-13)
                    .require(known.name() + " step " + i, at.get(parameter).evaluate(), expected.evaluate());
        }
    }

    private static Optimizer optimizer(OracleCase known) {
        double rate = known.setting("lr");
        switch (known.text("optimizer")) {
            case "adam":
                return new Adam(rate, known.setting("beta1"), known.setting("beta2"), known.setting("eps"));
            case "rmsprop":
                return new RmsProp(rate, known.setting("alpha"), known.setting("eps"));
            default:
                return new Sgd(rate, known.setting("momentum"));
        }
    }
}
