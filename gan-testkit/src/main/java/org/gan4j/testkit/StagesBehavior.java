package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

/** Tests of when assignments take effect. */
abstract class StagesBehavior {
    abstract Engine engine();

    @Test
    void anAssignmentTakesEffectAtTheEndOfItsStage() {
        Variable a = variable("a", 1, 2);
        Stage stage = Stage.named("update")
                .assign(a, a.value().add(10))
                .output("a", a.value())
                .output("double", a.value().mul(2));
        try (Session session = engine().open()) {
            RunResult result = Comparison.run(session, stage, Map.of());
            assertThat(result.get("a").toFloats()).containsExactly(1, 2);
            assertThat(result.get("double").toFloats()).containsExactly(2, 4);
            assertThat(session.get(a).toFloats()).containsExactly(11, 12);
        }
    }

    @Test
    void laterStagesSeeNewValues() {
        Variable a = variable("a", 1, 2);
        Tensor square = a.value().square();
        Graph graph = Graph.of(
                Stage.named("first").output("before", square).assign(a, square.add(1)),
                Stage.named("second").output("after", square).assign(a, square.neg()),
                Stage.named("third").output("last", square.add(a.value())));
        try (Session session = engine().open();
                Program program = session.compile(graph)) {
            RunResult result = program.run(Map.of());
            assertThat(result.get("before").toFloats()).containsExactly(1, 4);
            assertThat(result.get("after").toFloats()).containsExactly(4, 25);
            assertThat(result.get("last").toFloats()).containsExactly(12, 600);
            assertThat(session.get(a).toFloats()).containsExactly(-4, -25);
        }
    }

    @Test
    void laterStagesMayUseWhatDoesNotDependOnTheAssignment() {
        Variable critic = variable("critic", 3, 4);
        Variable generator = variable("generator", 1, 2);
        Tensor fake = generator.value().mul(5).tanh().mul(Tensor.input("x", DType.FLOAT, 2));
        Tensor score = fake.mul(critic.value());
        Graph graph = Graph.of(
                Stage.named("critic")
                        .output("fake", fake)
                        .output("score", score)
                        .assign(critic, critic.value().add(fake)),
                Stage.named("generator")
                        .output("same fake", fake)
                        .output("new score", score)
                        .assign(generator, score),
                Stage.named("look").output("new fake", fake));
        TensorData x = TensorData.of(new float[] {1, -1}, critic.shape());
        try (Session session = engine().open();
                Session reference = new ReferenceEngine().open();
                Program program = session.compile(graph);
                Program expected = reference.compile(graph)) {
            for (int step = 0; step < 3; step++) {
                RunResult found = program.run(Map.of("x", x));
                assertThat(found.get("same fake")).isEqualTo(found.get("fake"));
                expected.run(Map.of("x", x)).outputs().forEach((output, value) -> new Closeness(1e-4)
                        .require(output, found.get(output), value));
            }
        }
    }

    @Test
    void aValueThatWasAssignedBeforeCanBeAssignedAgain() {
        Variable v = variable("v", 1, 2);
        Variable w = variable("w", 0, 0);
        Tensor twice = Tensor.input("x", DType.FLOAT, 2).mul(2);
        Graph graph = Graph.of(
                Stage.named("set").assign(v, twice),
                Stage.named("change").assign(v, v.value().add(100)).assign(w, twice),
                Stage.named("look").output("changed", v.value()),
                Stage.named("reset").assign(v, twice));
        try (Session session = engine().open();
                Program program = session.compile(graph)) {
            TensorData x = TensorData.of(new float[] {3, 5}, v.shape());
            assertThat(program.run(Map.of("x", x)).get("changed").toFloats()).containsExactly(106, 110);
            assertThat(session.get(v).toFloats()).containsExactly(6, 10);
            assertThat(session.get(w).toFloats()).containsExactly(6, 10);
        }
    }

    @Test
    void variablesCanBeSwapped() {
        Variable a = variable("a", 1, 2);
        Variable b = variable("b", 3, 4);
        Graph graph = Graph.of(
                Stage.named("swap").assign(a, b.value()).assign(b, a.value()),
                Stage.named("look").output("a", a.value()).output("b", b.value()));
        try (Session session = engine().open();
                Program program = session.compile(graph)) {
            for (int i = 0; i < 3; i++) {
                RunResult result = program.run(Map.of());
                float[] first = i % 2 == 0 ? new float[] {3, 4} : new float[] {1, 2};
                float[] second = i % 2 == 0 ? new float[] {1, 2} : new float[] {3, 4};
                assertThat(result.get("a").toFloats()).containsExactly(first);
                assertThat(result.get("b").toFloats()).containsExactly(second);
                assertThat(session.get(a).toFloats()).containsExactly(first);
                assertThat(session.get(b).toFloats()).containsExactly(second);
            }
        }
    }

    @Test
    void variablesCanBeRotatedThroughViews() {
        Variable a = Variable.of("a", Tensor.of(new float[] {1, 2, 3, 4}, 2, 2));
        Variable b = Variable.of("b", Tensor.of(new float[] {5, 6, 7, 8}, 2, 2));
        Stage stage = Stage.named("rotate")
                .assign(a, b.value().transpose())
                .assign(b, a.value().flip(0));
        try (Session session = engine().open();
                Program program = session.compile(Graph.of(stage))) {
            program.run(Map.of());
            assertThat(session.get(a).toFloats()).containsExactly(5, 7, 6, 8);
            assertThat(session.get(b).toFloats()).containsExactly(3, 4, 1, 2);
            program.run(Map.of());
            assertThat(session.get(a).toFloats()).containsExactly(3, 1, 4, 2);
            assertThat(session.get(b).toFloats()).containsExactly(6, 8, 5, 7);
        }
    }

    @Test
    void oneValueCanBeAssignedToSeveralVariables() {
        Variable a = variable("a", 1, 2);
        Variable b = variable("b", 3, 4);
        Tensor sum = a.value().add(b.value());
        Stage both = Stage.named("both").assign(a, sum).assign(b, sum).output("sum", sum);
        try (Session session = engine().open();
                Program program = session.compile(Graph.of(both))) {
            program.run(Map.of());
            assertThat(program.run(Map.of()).get("sum").toFloats()).containsExactly(8, 12);
            session.set(a, TensorData.of(new float[] {0, 0}, a.shape()));
            assertThat(session.get(b).toFloats()).containsExactly(8, 12);
        }
    }

    @Test
    void constantsInputsAndIntegersCanBeAssigned() {
        Variable constant = variable("constant", 1, 2);
        Variable input = variable("input", 1, 2);
        Variable count = Variable.of("count", Tensor.of(new int[] {0}));
        Stage stage = Stage.named("assign")
                .assign(constant, Tensor.of(new float[] {7, 8}, 2))
                .assign(input, Tensor.input("x", DType.FLOAT, 2))
                .assign(count, count.value().add(1));
        try (Session session = engine().open();
                Program program = session.compile(Graph.of(stage))) {
            program.run(Map.of("x", TensorData.of(new float[] {5, 6}, input.shape())));
            program.run(Map.of("x", TensorData.of(new float[] {3, 4}, input.shape())));
            assertThat(session.get(constant).toFloats()).containsExactly(7, 8);
            assertThat(session.get(input).toFloats()).containsExactly(3, 4);
            assertThat(session.get(count).toInts()).containsExactly(2);
        }
    }

    @Test
    void equalStatesGiveEqualBits() {
        Variable weights =
                Variable.of("weights", RandomKey.of(1).child("weights").normal(7, 9));
        Variable count = Variable.of("count", Tensor.of(new int[] {0}));
        Tensor noise = RandomKey.of(1).child("noise").at(count.value()).normal(5, 7);
        Tensor loss = noise.matmul(weights.value()).tanh().sum();
        Tensor gradient = Gradients.of(loss, weights.value());
        Graph graph = Graph.of(Stage.named("train")
                .output("loss", loss)
                .assign(weights, weights.value().sub(gradient.mul(0.1)))
                .assign(count, count.value().add(1)));
        try (Session session = engine().open();
                Program program = session.compile(graph);
                Program again = session.compile(graph)) {
            TensorData start = session.get(weights);
            TensorData loss1 = run(program, 5);
            TensorData end = session.get(weights);
            session.set(weights, start);
            session.set(count, TensorData.scalar(0));
            assertThat(run(again, 5)).isEqualTo(loss1);
            assertThat(session.get(weights)).isEqualTo(end);
        }
    }

    private static TensorData run(Program program, int times) {
        TensorData loss = null;
        for (int i = 0; i < times; i++) {
            loss = program.run(Map.of()).get("loss");
        }
        return loss;
    }

    private static Variable variable(String name, float... values) {
        return Variable.of(name, Tensor.of(values, values.length));
    }
}
