package org.gan4j.architectures.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.api.optim.MovingAverage;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.GradientCheck;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpectralNormTest {
    private static final VariableScope SCOPE = VariableScope.of("critic", 3);
    private static final Shape IMAGE = Shape.of(1, 8, 8);
    private static final NetworkSpec CRITIC = NetworkSpec.critic(SCOPE, IMAGE);

    static Stream<OracleCase> known() {
        return Oracle.read("wrappers").cases().stream()
                .filter(known -> known.name().startsWith("spectral"));
    }

    private static SpectralWeight weight(OracleCase known) {
        int axis = known.name().equals("spectral_convolution") ? 0 : 1;
        Variable weight = Variable.weight("critic/w", known.input("w", DType.FLOAT), axis);
        return SpectralWeight.of(weight, SCOPE);
    }

    /** Returns W / normalized(W), which is σ(W) at each element. */
    private static double sigma(SpectralWeight of, Parameters parameters, ForwardPass pass, int iterations) {
        Tensor w = parameters.get(of.weight());
        return w.div(of.normalized(parameters, pass, iterations))
                .mean()
                .evaluate()
                .item();
    }

    @ParameterizedTest
    @MethodSource("known")
    void fiftyIterationsFindTheLargestSingularValue(OracleCase known) {
        SpectralWeight of = weight(known);
        Parameters fromRandom = variable -> variable.equals(of.weight())
                ? variable.initial()
                : RandomKey.of(9).child(variable.name()).normal(variable.shape().dims());
        double expected = known.expected("sigma").item();
        assertThat(sigma(of, fromRandom, ForwardPass.training(RandomKey.of(1)), 50))
                .isCloseTo(expected, offset(1e-4 * expected));
    }

    @ParameterizedTest
    @MethodSource("known")
    void anUntrainedNetworkHasNearlyTheRightNorm(OracleCase known) {
        double expected = known.expected("sigma").item();
        assertThat(sigma(weight(known), Variable::initial, ForwardPass.inference(), 1))
                .isCloseTo(expected, offset(0.05 * expected));
    }

    @ParameterizedTest
    @MethodSource("known")
    void theGradientAgreesWithFiniteDifferencesAtFixedVectors(OracleCase known) {
        SpectralWeight of = weight(known);
        GradientCheck.ofExpression(of.normalized(Parameters.variables(), ForwardPass.inference(), 1))
                .by(of.weight())
                .holds();
    }

    /** At the singular vectors the derivative of σ is u vᵀ, so that of ‖W̄‖ in the direction of W is 0. */
    @ParameterizedTest
    @MethodSource("known")
    void aTrainingPassDifferentiatesSigmaButNotItsVectors(OracleCase known) {
        SpectralWeight of = weight(known);
        Tensor w = of.weight().initial();
        Parameters parameters = variable -> variable.equals(of.weight()) ? w : variable.initial();
        Tensor normalized = of.normalized(parameters, ForwardPass.training(RandomKey.of(1)), 1);
        Tensor inDirectionOfW =
                Gradients.of(normalized.square().sum(), w).mul(w).sum();
        assertThat(inDirectionOfW.evaluate().item()).isCloseTo(0, offset(1e-3));
    }

    @Test
    void aCriticUnderAGradientPenaltyHasRightDerivatives() {
        Network critic = SpectralNorm.critic(Mlp.critic().layers(1).width(3).activation(Activation.TANH))
                .build(NetworkSpec.critic(SCOPE, Shape.of(2)).independent(true));
        Tensor x = Tensor.of(new double[] {0.5, -1, 2, 0.25}, 2, 2);
        GradientCheck.of(
                        in -> critic.apply(Parameters.variables(), ForwardPass.inference(), Inputs.of(in.get(0)))
                                .value(),
                        x.named("x"))
                .by(critic.parameters())
                .order(2)
                .holds();
    }

    private static Network critic() {
        return SpectralNorm.critic(Dcgan.critic().width(2).normalization(Normalization.NONE))
                .build(CRITIC);
    }

    private static Map<Variable, TensorData> afterUpdates(int updates, int callsPerUpdate) {
        Network critic = critic();
        try (Session session = new ReferenceEngine().open()) {
            ForwardPass pass = ForwardPass.training(RandomKey.of(1));
            for (int call = 0; call < callsPerUpdate; call++) {
                critic.apply(
                        Parameters.variables(),
                        pass,
                        Inputs.of(RandomKey.of(call).normal(2, 1, 8, 8)));
            }
            var program = session.compile(Graph.of(Stage.named("update").assign(pass.updates())));
            for (int update = 0; update < updates; update++) {
                program.run(Map.of());
            }
            Map<Variable, TensorData> state = new HashMap<>();
            critic.state().forEach(variable -> state.put(variable, session.get(variable)));
            return state;
        }
    }

    @Test
    void eachUpdateContinuesThePowerIterationOnceHoweverOftenTheCriticIsApplied() {
        assertThat(critic().state())
                .extracting(Variable::name)
                .contains("critic/down0/weight/u", "critic/score/weight/v");
        Map<Variable, TensorData> once = afterUpdates(3, 1);
        assertThat(afterUpdates(3, 1)).isEqualTo(once);
        assertThat(afterUpdates(3, 2)).isEqualTo(once);
        assertThat(afterUpdates(4, 1)).isNotEqualTo(once);
    }

    @Test
    void inferenceUpdatesNothing() {
        ForwardPass pass = ForwardPass.inference();
        critic().apply(Parameters.variables(), pass, Inputs.of(Tensor.zeros(2, 1, 8, 8)));
        assertThat(pass.updates()).isEmpty();
    }

    @Test
    void readsWeightsAndVectorsThroughTheParametersThatItGets() {
        Network critic = critic();
        Inputs image = Inputs.of(RandomKey.of(4).normal(2, 1, 8, 8));
        Map<Variable, Tensor> values = new HashMap<>();
        critic.parameters().forEach(each -> values.put(each, each.initial().mul(each.isWeight() ? 7 : 1)));
        critic.state().forEach(each -> values.put(each, each.initial().mul(0.5)));
        try (Session session = new ReferenceEngine().open()) {
            // W̄ depends neither on the scale of W nor on that of u and v
            TensorData expected = session.evaluate(scores(critic, Parameters.variables(), image));
            TensorData scaled = session.evaluate(scores(critic, Parameters.replacing(values), image));
            assertThat(scaled.toDoubles()).containsExactly(expected.toDoubles(), offset(1e-6));
            // a graph of replaced values and of averages reads no variable of its own
            assertThat(session.evaluate(scores(critic, MovingAverage.parameters(critic), image)))
                    .isEqualTo(expected);
        }
        assertThat(scores(critic, Parameters.replacing(values), image).evaluate())
                .as("evaluation without a session fails on variables")
                .isNotNull();
    }

    private static Tensor scores(Network critic, Parameters parameters, Inputs inputs) {
        return critic.apply(parameters, ForwardPass.inference(), inputs).value();
    }

    @Test
    void takesThePlaceOfTheCriticsOwnNormalizationUnlessOneIsChosen() {
        assertThat(Dcgan.critic().resolved(CRITIC.normalized(true)).normalization())
                .isEqualTo(Normalization.NONE);
        assertThat(SpectralNorm.critic(Dcgan.critic()).build(CRITIC).mixesSamples())
                .isFalse();
    }

    @Test
    void wrapsAnyCriticUnderItsName() {
        assertThat(SpectralNorm.standard().around(Dcgan.critic())).isEqualTo(SpectralNorm.critic(Dcgan.critic()));
        assertThat(SpectralNorm.standard().around(Dcgan.critic()).name())
                .isEqualTo(SpectralNorm.standard().name());
    }

    @Test
    void keepsTheInnerArchitecturesHeadsSettingsAndProblems() {
        Outputs outputs =
                critic().apply(Parameters.variables(), ForwardPass.inference(), Inputs.of(Tensor.zeros(2, 1, 8, 8)));
        assertThat(outputs.heads()).containsOnlyKeys(Outputs.FEATURES);
        assertThat(SpectralNorm.critic(Dcgan.critic()).resolved(CRITIC))
                .isEqualTo(new SpectralNormCritic(Dcgan.critic().resolved(CRITIC.normalized(true)), 1));
        assertThat(SpectralNorm.critic(Dcgan.critic().normalization(Normalization.BATCH))
                        .build(CRITIC)
                        .mixesSamples())
                .isTrue();
        NetworkSpec odd = NetworkSpec.critic(SCOPE, Shape.of(1, 7, 7));
        assertThat(SpectralNorm.critic(Dcgan.critic()).iterations(0).problems(odd))
                .hasSize(2)
                .contains("spectral normalization needs at least 1 power iteration per update, not 0: choose 1, as in"
                        + " the paper");
    }

    @Test
    void normalizesGeneratorsToo() {
        SpectralNormGenerator generator =
                SpectralNorm.generator(Dcgan.generator().latent(5).width(2));
        assertThat(generator.latent()).isEqualTo(5);
        NetworkSpec spec = NetworkSpec.generator(VariableScope.of("generator", 3), 5, IMAGE);
        assertThat(generator.problems(spec)).isEmpty();
        Network network = generator.build(spec);
        assertThat(List.copyOf(network.parameters()))
                .isEqualTo(generator.of().build(spec).parameters());
        assertThat(network.apply(Parameters.variables(), ForwardPass.inference(), Inputs.of(Tensor.zeros(3, 5)))
                        .value()
                        .shape())
                .isEqualTo(Shape.of(3, 1, 8, 8));
    }
}
