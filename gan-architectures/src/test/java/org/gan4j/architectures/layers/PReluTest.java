package org.gan4j.architectures.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;

class PReluTest {
    private static final PRelu LAYER = new PRelu(VariableScope.of("net", 1), 3);

    @Test
    void itsValuesAndDerivativesAreThoseOfPyTorch() {
        OracleCase known = Oracle.read("srgan").named("prelu");
        Variable slope = LAYER.parameters().get(0);
        List<Tensor> xs = List.of(known.input("x"), known.input("slope"));
        Tensor y = LAYER.apply(Parameters.replacing(Map.of(slope, xs.get(1))), ForwardPass.inference(), xs.get(0));
        known.requireExpected("y", y.evaluate(), 1e-12);
        List<Tensor> first = Gradients.of(y.mul(known.input("c")).sum(), xs);
        List<Tensor> second = Gradients.of(
                first.get(0).square().sum().add(first.get(1).square().sum()), xs);
        for (int i = 0; i < 2; i++) {
            String name = i == 0 ? "x" : "slope";
            known.requireExpected("grad_" + name, first.get(i).evaluate(), 1e-12);
            known.requireExpected("grad2_" + name, second.get(i).evaluate(), 1e-12);
        }
    }

    /** He et al. 2015, section 2.1. */
    @Test
    void beginsWithASlopeOfAQuarterPerChannel() {
        assertThat(LAYER.parameters()).hasSize(1);
        assertThat(LAYER.parameters().get(0).initial().toDoubles()).containsExactly(0.25, 0.25, 0.25);
        assertThat(LAYER.parameters().get(0).isWeight()).isFalse();
    }
}
