package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;

/** Tests of guards: guarded values must be finite. */
abstract class GuardsBehavior {
    private final Variable before = Variable.of("before", Tensor.of(new float[] {0}));
    private final Variable guarded = Variable.of("guarded", Tensor.of(new float[] {0}));
    private final Variable after = Variable.of("after", Tensor.of(new float[] {0}));
    private final Tensor x = Tensor.input("x", DType.FLOAT, 2);
    private final Graph graph = Graph.of(
            Stage.named("before").output("x", x).assign(before, before.value().add(1)),
            Stage.named("guarded")
                    .output("unguarded", x.neg())
                    .guarded("loss", x.sum())
                    .guarded("each", x)
                    .assign(guarded, guarded.value().add(1)),
            Stage.named("after").output("later", x).assign(after, after.value().add(1)));

    abstract Engine engine();

    @Test
    void finiteValuesPass() {
        try (Session session = engine().open();
                Program program = session.compile(graph)) {
            RunResult result = program.run(Map.of("x", values(1, -2)));
            assertThat(result.nonFinite()).isEmpty();
            assertThat(result.get("loss").item()).isEqualTo(-1);
            assertThat(result.outputs()).containsOnlyKeys("x", "unguarded", "loss", "each", "later");
            assertCounts(session, 1, 1, 1);
        }
    }

    @Test
    void notANumberStopsTheRunAtItsStage() {
        try (Session session = engine().open();
                Program program = session.compile(graph)) {
            RunResult result = program.run(Map.of("x", values(1, Float.NaN)));
            RunResult.NonFinite problem = result.nonFinite().orElseThrow();
            assertThat(problem.stage()).isEqualTo("guarded");
            assertThat(problem.output()).isEqualTo("loss");
            assertThat(problem.value()).isNaN();
            assertThat(result.outputs()).doesNotContainKey("later").containsKeys("x", "loss");
            assertCounts(session, 1, 0, 0);
        }
    }

    @Test
    void infinitiesStopTheRunToo() {
        try (Session session = engine().open();
                Program program = session.compile(graph)) {
            RunResult.NonFinite problem = program.run(Map.of("x", values(Float.NEGATIVE_INFINITY, 0)))
                    .nonFinite()
                    .orElseThrow();
            assertThat(problem.value()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertCounts(session, 1, 0, 0);
        }
    }

    @Test
    void everyElementOfAGuardedTensorMatters() {
        Stage stage = Stage.named("each").guarded("each", x.neg()).assign(guarded, Tensor.ones());
        try (Session session = engine().open();
                Program program = session.compile(Graph.of(stage))) {
            assertThat(program.run(Map.of("x", values(0, Float.POSITIVE_INFINITY)))
                            .nonFinite())
                    .isPresent();
            assertThat(session.get(guarded).item()).isZero();
        }
    }

    @Test
    void theNextRunIsAsIfNothingHadHappened() {
        try (Session session = engine().open();
                Program program = session.compile(graph)) {
            program.run(Map.of("x", values(Float.NaN, 0)));
            RunResult result = program.run(Map.of("x", values(1, 2)));
            assertThat(result.nonFinite()).isEmpty();
            assertThat(result.get("loss").item()).isEqualTo(3);
            assertCounts(session, 2, 1, 1);
        }
    }

    private void assertCounts(Session session, double inBefore, double inGuarded, double inAfter) {
        assertThat(session.get(before).item()).isEqualTo(inBefore);
        assertThat(session.get(guarded).item()).isEqualTo(inGuarded);
        assertThat(session.get(after).item()).isEqualTo(inAfter);
    }

    private static TensorData values(float... values) {
        return Tensor.of(values, values.length).evaluate();
    }
}
