package org.gan4j.architectures.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.resnet.ResNet;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.GradientCheck;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Self-attention against PyTorch's numbers (make_attention_oracles.py in gan-testkit). */
class SelfAttentionTest {
    private static final VariableScope SCOPE = VariableScope.of("attention", 1);

    static Stream<OracleCase> known() {
        return Oracle.read("attention").cases().stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithPyTorch(OracleCase known) {
        Layer layer = new SelfAttention(SCOPE, known.input("x").shape().dim(1));
        Map<Variable, Tensor> values = new HashMap<>();
        List<String> names = new ArrayList<>(List.of("x"));
        List<Tensor> xs = new ArrayList<>(List.of(known.input("x")));
        for (Variable variable : layer.parameters()) {
            String name = variable.name().substring("attention/".length());
            assertThat(known.input(name).shape()).as(name).isEqualTo(variable.shape());
            names.add(name);
            xs.add(known.input(name));
            values.put(variable, xs.get(xs.size() - 1));
        }
        Tensor y = layer.apply(Parameters.replacing(values), ForwardPass.inference(), xs.get(0));
        known.requireExpected("y", y.evaluate(), 1e-11);
        List<Tensor> first = Gradients.of(y.mul(known.input("c")).sum(), xs);
        Tensor squares = first.stream()
                .map(one -> one.square().sum())
                .reduce(Tensor::add)
                .orElseThrow();
        List<Tensor> second = Gradients.of(squares, xs);
        for (int i = 0; i < xs.size(); i++) {
            known.requireExpected("grad_" + names.get(i), first.get(i).evaluate(), 1e-11);
            known.requireExpected("grad2_" + names.get(i), second.get(i).evaluate(), 1e-10);
        }
    }

    @Test
    void beginsAsTheIdentity() {
        Tensor x = RandomKey.of(3).normal(2, 8, 4, 6);
        assertThat(new SelfAttention(SCOPE, 8)
                        .apply(Variable::initial, ForwardPass.inference(), x)
                        .evaluate())
                .isEqualTo(x.evaluate());
    }

    private static List<String> attention(Network network) {
        return network.parameters().stream()
                .map(Variable::name)
                .filter(name -> name.contains("/attention/"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"16,16", "8,8"})
    void standsAfterTheFeatureMapOfItsHeight(int attention, int pixels) {
        Shape sample = Shape.of(1, 32, 32);
        for (GeneratorArchitecture generator : List.of(
                Dcgan.generator().width(4).attention(attention),
                ResNet.generator().width(4).attention(attention))) {
            NetworkSpec spec = NetworkSpec.generator(VariableScope.of("g", 1), generator.latent(), sample);
            assertThat(generator.problems(spec)).isEmpty();
            Network network = generator.build(spec);
            assertThat(attention(network)).hasSize(5);
            assertThat(network.summary().parts())
                    .filteredOn(part -> part.kind().equals("self-attention"))
                    .singleElement()
                    .asString()
                    .contains(pixels + ", " + pixels + "]");
        }
        for (CriticArchitecture critic : List.of(
                Dcgan.critic().width(4).attention(attention),
                ResNet.critic().width(4).attention(attention))) {
            NetworkSpec spec = NetworkSpec.critic(VariableScope.of("d", 1), sample);
            assertThat(critic.problems(spec)).isEmpty();
            assertThat(attention(critic.build(spec))).hasSize(5);
            assertThat(attention(SpectralNorm.critic(critic).build(spec))).hasSize(5);
            assertThat(SpectralNorm.critic(critic).build(spec).state().stream()
                            .filter(state -> state.name().contains("/attention/")))
                    .as("u and v of the four convolutions")
                    .hasSize(8);
        }
    }

    @Test
    void namesTheHeightsThatArePossible() {
        Shape sample = Shape.of(1, 28, 28);
        NetworkSpec critic = NetworkSpec.critic(VariableScope.of("d", 1), sample);
        assertThat(Dcgan.critic().attention(16).problems(critic))
                .containsExactly(
                        "DCGAN's critic has no feature map of height 16 and even sides after which attention could"
                                + " stand: choose an attention of 14, or 0, which is none");
        assertThat(Dcgan.critic().attention(7).problems(critic)).hasSize(1);
        assertThat(ResNet.critic().attention(28).problems(critic)).hasSize(1);
        assertThat(ResNet.generator()
                        .attention(7)
                        .problems(NetworkSpec.generator(VariableScope.of("g", 1), 128, sample)))
                .containsExactly(
                        "ResNet's generator has no feature map of height 7 and even sides after which attention"
                                + " could stand: choose an attention of 28 or 14, or 0, which is none");
    }

    @Test
    void aCriticWithAttentionHasRightFirstAndSecondDerivatives() {
        Network critic = ResNet.critic()
                .width(2)
                .blocks(2)
                .activation(Activation.SILU)
                .attention(2)
                .build(NetworkSpec.critic(VariableScope.of("d", 3), Shape.of(1, 4, 4))
                        .independent(true));
        Map<Variable, Tensor> gamma = new HashMap<>();
        critic.parameters().stream()
                .filter(variable ->
                        variable.name().endsWith("gamma") && variable.shape().rank() == 0)
                .forEach(variable -> gamma.put(variable, Tensor.scalar(0.5)));
        assertThat(gamma).hasSize(1);
        GradientCheck.of(
                        in -> critic.apply(
                                        Parameters.replacing(gamma),
                                        ForwardPass.training(RandomKey.of(1)),
                                        Inputs.of(in.get(0)))
                                .value(),
                        RandomKey.of(5).normal(2, 1, 4, 4).named("x"))
                .order(2)
                .holds();
    }
}
