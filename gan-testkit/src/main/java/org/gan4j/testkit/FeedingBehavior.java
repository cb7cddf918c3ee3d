package org.gan4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Program;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.junit.jupiter.api.Test;

/** Tests of feeds: they must match the inputs of the graph. */
abstract class FeedingBehavior {
    private final Graph graph = Graph.of(
            Stage.named("sum")
                    .output("sum", Tensor.input("images", DType.FLOAT, 2).add(Tensor.input("rate", DType.FLOAT))),
            Stage.named("later").output("later", Tensor.input("late", DType.INT)));
    private final TensorData images = Tensor.of(new float[] {1, 2}, 2).evaluate();
    private final TensorData rate = TensorData.scalar(0.5f);
    private final TensorData late = TensorData.scalar(7);

    abstract Engine engine();

    @Test
    void whatIsFedIsUsed() {
        try (Session session = engine().open();
                Program program = session.compile(graph)) {
            RunResult first = program.run(Map.of("images", images, "rate", rate, "late", late));
            RunResult second = program.run(Map.of("images", images, "rate", TensorData.scalar(2f), "late", late));
            assertThat(first.get("sum").toFloats()).containsExactly(1.5f, 2.5f);
            assertThat(second.get("sum").toFloats()).containsExactly(3, 4);
            assertThat(second.get("later").toInts()).containsExactly(7);
        }
    }

    @Test
    void aMissingInputIsNamed() {
        assertRefused("rate", Map.of("images", images, "late", late));
        assertRefused("late", Map.of("images", images, "rate", rate));
    }

    @Test
    void anUnknownInputIsNamed() {
        assertRefused("picture", Map.of("images", images, "rate", rate, "late", late, "picture", images));
    }

    @Test
    void anInputOfAnotherShapeIsNamed() {
        assertRefused(
                "images",
                Map.of("images", TensorData.of(new float[3], Tensor.zeros(3).shape()), "rate", rate, "late", late));
        assertRefused(
                "rate",
                Map.of(
                        "images",
                        images,
                        "rate",
                        TensorData.of(new float[1], Tensor.zeros(1).shape()),
                        "late",
                        late));
    }

    @Test
    void anInputOfAnotherTypeIsNamed() {
        assertRefused("late", Map.of("images", images, "rate", rate, "late", rate));
        assertRefused("rate", Map.of("images", images, "rate", late, "late", late));
    }

    @Test
    void twoDifferentInputsOfOneNameAreRefused() {
        Tensor both = Tensor.input("x", DType.FLOAT, 2).add(Tensor.input("x", DType.FLOAT));
        try (Session session = engine().open()) {
            assertThatThrownBy(
                            () -> session.compile(Graph.of(Stage.named("both").output("y", both))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("x");
        }
    }

    private void assertRefused(String name, Map<String, TensorData> feeds) {
        try (Session session = engine().open();
                Program program = session.compile(graph)) {
            assertThatThrownBy(() -> program.run(feeds))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(name);
        }
    }
}
