package org.gan4j.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.nd4j.SameAsReference.normal;

import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final Session session = new Nd4jEngine().open();
    private final Variable a = Variable.of("a", Tensor.of(new float[] {1, 2, 3}, 3));
    private final Variable b = Variable.of("b", Tensor.of(new float[] {10, 20, 30}, 3));

    @AfterEach
    void close() {
        session.close();
    }

    private float[] read(Variable variable) {
        return session.get(variable).toFloats();
    }

    private RunResult run(Stage... stages) {
        try (Program program = session.compile(Graph.of(stages))) {
            return program.run(Map.of());
        }
    }

    @Test
    void isTheEngineOfChoice() {
        assertThat(Engines.preferred()).isInstanceOf(Nd4jEngine.class);
        assertThat(new Nd4jEngine().description()).startsWith("ND4J 1.0.0-M2.1, oneDNN, ");
    }

    @Test
    void variablesChangePlaces() {
        run(Stage.named("swap").assign(a, b.value()).assign(b, a.value()));
        assertThat(read(a)).containsExactly(10, 20, 30);
        assertThat(read(b)).containsExactly(1, 2, 3);
    }

    @Test
    void assignmentsSeeTheValuesAtTheStart() {
        Tensor sum = a.value().add(b.value());
        RunResult result = run(
                Stage.named("first").output("before", a.value()).assign(a, sum).assign(b, a.value()),
                Stage.named("second")
                        .output("after", a.value())
                        .output("again", a.value().add(b.value())));
        assertThat(result.get("before").toFloats()).containsExactly(1, 2, 3);
        assertThat(result.get("after").toFloats()).containsExactly(11, 22, 33);
        assertThat(result.get("again").toFloats()).containsExactly(12, 24, 36);
        assertThat(read(b)).containsExactly(1, 2, 3);
    }

    @Test
    void oneValueForTwoVariablesAndOthersReadInOtherOrders() {
        Variable c = Variable.of("c", Tensor.zeros(3));
        run(Stage.named("both")
                .assign(a, a.value().mul(2))
                .assign(b, a.value().mul(2))
                .assign(c, a.value().flip().add(a.value().sum())));
        assertThat(read(a)).containsExactly(2, 4, 6);
        assertThat(read(b)).containsExactly(2, 4, 6);
        assertThat(read(c)).containsExactly(9, 8, 7);
    }

    @Test
    void anUpdateMayReadItsVariableStretched() {
        Variable one = Variable.of("one", Tensor.of(new float[] {2}, 1));
        Variable wide = Variable.of("wide", Tensor.ones(2, 3));
        run(Stage.named("s")
                .assign(one, one.value().mul(3))
                .assign(a, a.value().mul(one.value()))
                .assign(wide, wide.value().add(a.value())));
        assertThat(read(one)).containsExactly(6);
        assertThat(read(a)).containsExactly(2, 4, 6);
        assertThat(read(wide)).containsExactly(2, 3, 4, 2, 3, 4);
    }

    @Test
    void aGuardHoldsBackItsStageAndEndsTheRun() {
        Tensor bad = a.value().sub(2).log().sum();
        RunResult result = run(
                Stage.named("fine").assign(b, b.value().add(1)),
                Stage.named("bad")
                        .guarded("loss", bad)
                        .assign(a, a.value().add(1))
                        .assign(b, b.value().add(1)),
                Stage.named("never").output("x", a.value()));
        assertThat(result.nonFinite()).get().satisfies(found -> {
            assertThat(found.stage()).isEqualTo("bad");
            assertThat(found.output()).isEqualTo("loss");
            assertThat(found.value()).isNaN();
        });
        assertThat(result.outputs()).containsOnlyKeys("loss");
        assertThat(read(a)).containsExactly(1, 2, 3);
        assertThat(read(b)).containsExactly(11, 21, 31);
    }

    @Test
    void otherElementTypesAreKeptToo() {
        Variable count = Variable.of("count", Tensor.of(new int[] {1, 2}, 2));
        Variable flag = Variable.of("flag", Tensor.of(new boolean[] {true, false}, 2));
        Variable exact = Variable.of("exact", Tensor.of(new double[] {0.1, 0.2}, 2));
        for (int i = 0; i < 2; i++) {
            run(Stage.named("s")
                    .assign(count, count.value().add(1))
                    .assign(flag, flag.value().not())
                    .assign(exact, exact.value().mul(2)));
        }
        assertThat(session.get(count).toInts()).containsExactly(3, 4);
        assertThat(session.get(flag)).isEqualTo(TensorData.of(new boolean[] {true, false}, flag.shape()));
        assertThat(session.get(exact).toDoubles()).containsExactly(0.4, 0.8);
    }

    @Test
    void setsAndInitializes() {
        session.set(a, TensorData.of(new float[] {7, 8, 9}, a.shape()));
        assertThat(read(a)).containsExactly(7, 8, 9);
        assertThat(session.variables()).containsExactly(a);
        assertThatThrownBy(() -> session.set(a, TensorData.scalar(1f))).isInstanceOf(ShapeException.class);
        Variable random = Variable.of("random", normal("initial", 4, 3));
        assertThat(session.get(random)).isEqualTo(random.initial().evaluate());
    }

    @Test
    void feedsAndComplaints() {
        Tensor x = Tensor.input("x", DType.FLOAT, 2);
        Tensor n = Tensor.input("n", DType.INT);
        try (Program program = session.compile(Graph.of(Stage.named("s").output("y", x.mul(n))))) {
            for (int i = 1; i < 3; i++) {
                TensorData fed = TensorData.of(new float[] {1, i}, x.shape());
                assertThat(program.run(Map.of("x", fed, "n", TensorData.scalar(i)))
                                .get("y")
                                .toFloats())
                        .containsExactly(i, i * i);
            }
            assertThatThrownBy(() -> program.run(Map.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void afterClosingEverythingSaysSo() {
        Program program = session.compile(Graph.of(Stage.named("s").output("a", a.value())));
        Program closed = session.compile(Graph.of(Stage.named("s").output("a", a.value())));
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.run(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        session.close();
        assertThatThrownBy(() -> program.run(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> session.get(a)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> session.set(a, TensorData.scalar(1f))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(session::variables).isInstanceOf(IllegalStateException.class);
        program.close();
        session.close();
    }

    @Test
    void arraysOfNd4j() {
        TensorData data = TensorData.of(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3));
        assertThat(Nd4jArrays.fromArray(Nd4jArrays.toArray(data))).isEqualTo(data);
        assertThat(Nd4jArrays.fromArray(Nd4jArrays.toArray(data).transpose()).toFloats())
                .containsExactly(1, 4, 2, 5, 3, 6);
        TensorData flags = TensorData.of(new boolean[] {true, false}, Shape.of(2));
        assertThat(Nd4jArrays.fromArray(Nd4jArrays.toArray(flags))).isEqualTo(flags);
    }
}
