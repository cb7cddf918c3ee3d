package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;

/** Tests of the state that a session keeps. */
abstract class VariablesBehavior {
    private final Variable a =
            Variable.of("a", Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).mul(2));

    abstract Engine engine();

    @Test
    void aVariableStartsWithItsInitialValue() {
        try (Session session = engine().open()) {
            assertThat(session.get(a).toFloats()).containsExactly(2, 4, 6, 8, 10, 12);
            assertThat(session.get(a).shape()).isEqualTo(Shape.of(2, 3));
        }
    }

    @Test
    void randomInitialValuesAreThoseOfEveryEngine() {
        Variable random = Variable.of(
                "random", RandomKey.of(7).child("random").normal(5, 3).mul(0.5));
        try (Session session = engine().open()) {
            assertThat(session.get(random)).isEqualTo(random.initial().evaluate());
        }
    }

    @Test
    void everyElementTypeIsKept() {
        for (DType dtype : DType.values()) {
            TensorData data = TensorData.of(dtype, new double[] {0, 1, 3}, Shape.of(3));
            Variable variable = Variable.of("of " + dtype, Tensor.of(data));
            Stage look = Stage.named("look")
                    .output("value", variable.value())
                    .assign(variable, variable.value().flip());
            try (Session session = engine().open()) {
                assertThat(Comparison.run(session, look, Map.of()).get("value")).isEqualTo(data);
                assertThat(session.get(variable))
                        .isEqualTo(Tensor.of(data).flip().evaluate());
            }
        }
    }

    @Test
    void whatIsSetIsRead() {
        TensorData value = TensorData.of(new float[] {1, 0, 0, 0, 0, 1}, Shape.of(2, 3));
        try (Session session = engine().open();
                Program program = session.compile(
                        Graph.of(Stage.named("look").output("sum", a.value().sum())))) {
            assertThat(program.run(Map.of()).get("sum").item()).isEqualTo(42);
            session.set(a, value);
            assertThat(session.get(a)).isEqualTo(value);
            assertThat(program.run(Map.of()).get("sum").item()).isEqualTo(2);
        }
    }

    @Test
    void aVariableCanBeSetBeforeAnythingUsesIt() {
        TensorData value = TensorData.of(new float[6], Shape.of(2, 3));
        try (Session session = engine().open()) {
            session.set(a, value);
            assertThat(Comparison.run(session, Stage.named("look").output("a", a.value()), Map.of())
                            .get("a"))
                    .isEqualTo(value);
        }
    }

    @Test
    void anotherShapeOrTypeIsRefusedWithTheName() {
        try (Session session = engine().open()) {
            assertThatThrownBy(() -> session.set(a, TensorData.of(new float[6], Shape.of(3, 2))))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageContaining("variable a ");
            assertThatThrownBy(() -> session.set(a, TensorData.of(new double[6], Shape.of(2, 3))))
                    .isInstanceOf(ShapeException.class)
                    .hasMessageContaining("variable a ");
        }
    }

    @Test
    void whatWasReadDoesNotChangeLater() {
        Stage stage =
                Stage.named("add").output("a", a.value()).assign(a, a.value().add(1));
        try (Session session = engine().open();
                Program program = session.compile(Graph.of(stage))) {
            TensorData before = session.get(a);
            TensorData output = program.run(Map.of()).get("a");
            program.run(Map.of());
            assertThat(before.toFloats()).containsExactly(2, 4, 6, 8, 10, 12);
            assertThat(output).isEqualTo(before);
        }
    }

    @Test
    void twoProgramsShareVariables() {
        Stage add = Stage.named("add").assign(a, a.value().add(1));
        Stage look = Stage.named("look").output("sum", a.value().sum());
        try (Session session = engine().open();
                Program adding = session.compile(Graph.of(add));
                Program looking = session.compile(Graph.of(look))) {
            adding.run(Map.of());
            assertThat(looking.run(Map.of()).get("sum").item()).isEqualTo(48);
            adding.run(Map.of());
            assertThat(looking.run(Map.of()).get("sum").item()).isEqualTo(54);
        }
    }

    @Test
    void aVariableOutlivesTheProgramThatMadeIt() {
        Stage add = Stage.named("add").assign(a, a.value().add(1));
        try (Session session = engine().open()) {
            Comparison.run(session, add, Map.of());
            Comparison.run(session, add, Map.of());
            assertThat(session.get(a).get(0)).isEqualTo(4);
            assertThat(session.variables()).containsExactly(a);
        }
    }

    @Test
    void sessionsDoNotShareVariables() {
        try (Session one = engine().open();
                Session other = engine().open()) {
            one.set(a, TensorData.of(new float[6], Shape.of(2, 3)));
            assertThat(other.get(a).get(0)).isEqualTo(2);
        }
    }

    @Test
    void variablesAreListedInTheOrderTheyCameIntoBeing() {
        Variable b = Variable.of("b", Tensor.ones(2));
        Variable c = Variable.of("c", Tensor.ones(2));
        try (Session session = engine().open()) {
            assertThat(session.variables()).isEmpty();
            session.get(c);
            session.get(a);
            session.set(b, b.initial().evaluate());
            session.get(c);
            assertThat(session.variables()).containsExactly(c, a, b);
        }
    }
}
