package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;

/** Tests of lifetimes: closing frees memory, and a closed object reports that it is closed. */
abstract class LifetimesBehavior {
    private final Variable a = Variable.of("a", Tensor.ones(2, 3));
    private final Graph graph =
            Graph.of(Stage.named("look").output("a", a.value().add(1)));

    abstract Engine engine();

    @Test
    void aClosedSessionSaysSo() {
        Session session = engine().open();
        Program program = session.compile(graph);
        session.close();
        assertSaysClosed(() -> session.get(a));
        assertSaysClosed(() -> session.set(a, a.initial().evaluate()));
        assertSaysClosed(() -> session.compile(graph));
        assertSaysClosed(() -> session.evaluate(Tensor.ones(2)));
        assertSaysClosed(session::variables);
        assertSaysClosed(() -> program.run(Map.of()));
    }

    @Test
    void aClosedProgramSaysSo() {
        try (Session session = engine().open()) {
            Program program = session.compile(graph);
            program.close();
            assertSaysClosed(() -> program.run(Map.of()));
            assertThat(session.get(a).get(0)).isEqualTo(1);
        }
    }

    @Test
    void closingTwiceDoesNoHarm() {
        Session session = engine().open();
        Program program = session.compile(graph);
        program.close();
        program.close();
        session.close();
        session.close();
        program.close();
    }

    @Test
    void resultsOutliveTheirSession() {
        RunResult result;
        try (Session session = engine().open();
                Program program = session.compile(graph)) {
            result = program.run(Map.of());
            program.run(Map.of());
        }
        assertThat(result.get("a").toFloats()).containsExactly(2, 2, 2, 2, 2, 2);
    }

    @Test
    void manySessionsCanComeAndGo() {
        for (int i = 0; i < 50; i++) {
            try (Session session = engine().open();
                    Program program = session.compile(graph)) {
                assertThat(program.run(Map.of()).get("a").get(5)).isEqualTo(2);
            }
        }
    }

    @Test
    void theEngineHasANameAndADescription() {
        assertThat(engine().name()).isNotBlank();
        assertThat(engine().description()).isNotBlank().doesNotContain("\n");
    }

    private static void assertSaysClosed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }
}
