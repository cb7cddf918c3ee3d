package org.gan4j.architectures.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

class BatchNormTest {
    private final BatchNorm norm = new BatchNorm(VariableScope.of("norm", 1), 2, 0);
    /** Channel 0 holds 1, 2, 3, 6 (mean 3, unbiased variance 14/3), channel 1 holds tens. */
    private final Tensor x = Tensor.of(new float[] {1, 2, 10, 10, 3, 6, 10, 10}, 2, 2, 1, 2);

    private static double[] after(Map<Variable, Tensor> updates, Variable variable) {
        try (Session session = new ReferenceEngine().open()) {
            session.compile(Graph.of(Stage.named("update").assign(updates))).run(Map.of());
            return session.get(variable).toDoubles();
        }
    }

    @Test
    void movesRunningStatisticsByATenthTowardTheBatchs() {
        ForwardPass pass = ForwardPass.training(RandomKey.of(1));
        norm.apply(Parameters.variables(), pass, x);
        assertThat(after(pass.updates(), norm.state().get(0))[0]).isCloseTo(0.3, offset(1e-6));
        assertThat(after(pass.updates(), norm.state().get(1))[0]).isCloseTo(0.9 + 0.1 * 14 / 3, offset(1e-6));
    }

    @Test
    void averagesTheStatisticsOfSeveralCallsInOneMove() {
        ForwardPass pass = ForwardPass.training(RandomKey.of(1));
        norm.apply(Parameters.variables(), pass, x);
        norm.apply(Parameters.variables(), pass, x.mul(3));
        assertThat(after(pass.updates(), norm.state().get(0))[0]).isCloseTo(0.6, offset(1e-6));
    }

    @Test
    void movesTheStatisticsThatStandForTheVariables() {
        ForwardPass pass = ForwardPass.training(RandomKey.of(1));
        Tensor ones = Tensor.of(new float[] {1, 1}, 2);
        norm.apply(Parameters.replacing(Map.of(norm.state().get(0), ones)), pass, x);
        assertThat(after(pass.updates(), norm.state().get(0))[0]).isCloseTo(0.9 + 0.3, offset(1e-6));
    }

    @Test
    void usesRunningStatisticsInInference() {
        try (Session session = new ReferenceEngine().open()) {
            session.set(
                    norm.state().get(0),
                    TensorData.of(new float[] {1, 10}, norm.state().get(0).shape()));
            session.set(
                    norm.state().get(1),
                    TensorData.of(new float[] {4, 1}, norm.state().get(1).shape()));
            ForwardPass pass = ForwardPass.inference();
            double[] y = session.evaluate(norm.apply(Parameters.variables(), pass, x))
                    .toDoubles();
            assertThat(y[3]).isCloseTo(0, offset(1e-6));
            assertThat(y[5]).isCloseTo(2.5, offset(1e-4));
            assertThat(pass.updates()).isEmpty();
        }
    }
}
