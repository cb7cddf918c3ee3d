package org.gan4j.architectures.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;

class ConditionalBatchNormTest {
    private static final VariableScope SCOPE = VariableScope.of("layer", 1);
    private static final double SINGLE = 1e-5;

    private static OracleCase known() {
        return Oracle.read("conditional").cases().stream()
                .filter(each -> each.name().equals("batch-norm"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void agreesWithPyTorch() {
        OracleCase known = known();
        Tensor x = known.input("x", DType.FLOAT);
        Tensor gamma = known.input("gamma", DType.FLOAT);
        Tensor beta = known.input("beta", DType.FLOAT);
        ConditionalBatchNorm layer = new ConditionalBatchNorm(SCOPE, 2, 3, 0);
        Parameters parameters = Parameters.replacing(
                Map.of(layer.parameters().get(0), gamma, layer.parameters().get(1), beta));
        Tensor y = layer.apply(
                parameters,
                ForwardPass.training(RandomKey.of(1)),
                x,
                Map.of("label", known.input("labels", DType.INT)));
        known.requireExpected("y", y.evaluate(), SINGLE);
        List<Tensor> found = Gradients.of(y.mul(known.input("c", DType.FLOAT)).sum(), List.of(x, gamma, beta));
        known.requireExpected("x", found.get(0).evaluate(), SINGLE);
        known.requireExpected("gamma", found.get(1).evaluate(), SINGLE);
        known.requireExpected("beta", found.get(2).evaluate(), SINGLE);
    }

    @Test
    void inInferenceUsesRunningStatisticsAsBatchNormDoes() {
        Tensor x = known().input("x", DType.FLOAT);
        Tensor plain = new BatchNorm(SCOPE, 2, 0).apply(Parameters.variables(), ForwardPass.inference(), x);
        Tensor byClass = new ConditionalBatchNorm(SCOPE, 2, 3, 0)
                .apply(Parameters.variables(), ForwardPass.inference(), x, Map.of("label", Tensor.of(new int[4], 4)));
        try (Session session = new ReferenceEngine().open()) {
            assertThat(session.evaluate(byClass)).isEqualTo(session.evaluate(plain));
        }
    }

    @Test
    void withoutALabelSaysWhatIsMissing() {
        ConditionalBatchNorm layer = new ConditionalBatchNorm(SCOPE, 2, 3, 0);
        assertThatThrownBy(() -> layer.apply(Parameters.variables(), ForwardPass.inference(), Tensor.zeros(1, 2)))
                .hasMessage("batch normalization by class needs the condition label, INT [N]; the conditions are []:"
                        + " pass the labels as well");
    }
}
