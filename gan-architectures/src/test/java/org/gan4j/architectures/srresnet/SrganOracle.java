package org.gan4j.architectures.srresnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.Parameters;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;

/** The comparison of networks named "network" with PyTorch's (make_srgan_oracles.py in gan-testkit). */
public final class SrganOracle {
    private SrganOracle() {}

    public static Tensor x(String name) {
        return Oracle.read("srgan").named(name).input("x");
    }

    /** Asserts that a network has the variables of the case, and its output for their values. */
    public static void requireAgreement(String name, Network network) {
        OracleCase known = Oracle.read("srgan").named(name);
        Map<Variable, Tensor> values = new HashMap<>();
        for (Variable variable : network.parameters()) {
            Tensor value = known.input(variable.name().substring("network/".length()));
            assertThat(value.shape()).as(variable.name()).isEqualTo(variable.shape());
            values.put(variable, value);
        }
        assertThat(values).hasSize(known.inputs().size() - 1);
        Tensor y = network.apply(
                        Parameters.replacing(values),
                        ForwardPass.training(RandomKey.of(1)),
                        Inputs.of(known.input("x")))
                .value();
        known.requireExpected("y", y.evaluate(), 1e-10);
    }
}
