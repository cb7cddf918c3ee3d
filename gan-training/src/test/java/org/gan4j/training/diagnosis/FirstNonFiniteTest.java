package org.gan4j.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstNonFiniteTest {
    private final Session session = new ReferenceEngine().open();
    private final Variable weight = Variable.of("critic/0/weight", Tensor.of(new float[] {1, -3}, 2));
    private final Tensor data = Tensor.input("batch0/image", DType.FLOAT, 2);

    @AfterEach
    void close() {
        session.close();
    }

    private Optional<String> cause(Tensor loss, float... fed) {
        Tensor gradient = Gradients.of(loss, weight.value()).square().sum().sqrt();
        Graph graph = Graph.of(Stage.named("critic").guarded("loss", loss).guarded("gradient", gradient));
        return FirstNonFinite.of(session, graph, "loss", Map.of("batch0/image", TensorData.of(fed, Shape.of(2))));
    }

    @Test
    void theFirstOpIsNamedWithItsVariablesAndOperands() {
        Tensor scores = data.mul(weight.value());
        assertThat(cause(scores.log().add(1).exp().sum(), 2, 3))
                .hasValue("The first value that is not finite is the log [2] after batch0/image and critic/0/weight,"
                        + " computed from values from -9.000 to 2.000");
    }

    @Test
    void aGradientThatIsNotFiniteIsFoundBehindAFiniteLoss() {
        Tensor loss = weight.value().mul(data).square().sum().sqrt();
        assertThat(cause(loss, 0, 0)).hasValueSatisfying(cause -> assertThat(cause)
                .startsWith("The first value that is not finite is the div []")
                .endsWith("computed from values from 0.5000 to 0.5000 and from 0.000 to 0.000"));
    }

    @Test
    void aVariableThatOverflowedIsNamed() {
        session.set(weight, TensorData.of(new float[] {1, Float.POSITIVE_INFINITY}, Shape.of(2)));
        assertThat(cause(weight.value().mul(data).sum(), 1, 1))
                .hasValue("The variable critic/0/weight is the first value that is not finite, so its last update"
                        + " overflowed");
    }

    @Test
    void rowsOfTheDataAreNamed() {
        assertThat(cause(weight.value().mul(data).sum(), 1, Float.NaN))
                .hasValue("The data are the cause: 1 of 2 rows of batch0/image are not finite, counted from 0 these:"
                        + " 1");
    }

    @Test
    void finiteValuesHaveNoCause() {
        assertThat(cause(weight.value().mul(data).sum(), 1, 1)).isEmpty();
    }

    @Test
    void anOutputMustBeGuarded() {
        assertThatThrownBy(() -> FirstNonFinite.of(session, Graph.of(Stage.named("none")), "loss", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("guards no output loss");
    }
}
