package org.gan4j.architectures.translator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;

/** The comparison of networks named "network" with PyTorch's (make_translation_oracles.py in gan-testkit). */
public final class TranslationOracle {
    private TranslationOracle() {}

    /** Asserts that a network has the variables of the case, and its output and gradients for their values. */
    public static void requireAgreement(String name, Network network) {
        OracleCase known = Oracle.read("translation").named(name);
        Map<Variable, Tensor> values = new HashMap<>();
        for (Variable variable : network.parameters()) {
            Tensor value = known.input(variable.name().substring("network/".length()));
            assertThat(value.shape()).as(variable.name()).isEqualTo(variable.shape());
            values.put(variable, value);
        }
        assertThat(values).hasSize(known.inputs().size() - 1);
        Tensor x = known.input("x");
        Tensor y = network.apply(Parameters.replacing(values), ForwardPass.training(RandomKey.of(1)), Inputs.of(x))
                .value();
        known.requireExpected("y", y.evaluate(), 1e-10);
        Map<String, Tensor> inputs = new HashMap<>(Map.of("x", x));
        values.forEach((variable, value) -> inputs.put(variable.name().substring("network/".length()), value));
        Tensor squares = y.square().sum().div(2);
        for (String result : known.expected()) {
            if (!result.equals("y")) {
                Tensor by = inputs.get(result.substring("grad ".length()));
                known.requireExpected(result, Gradients.of(squares, by).evaluate(), 1e-9);
            }
        }
    }
}
