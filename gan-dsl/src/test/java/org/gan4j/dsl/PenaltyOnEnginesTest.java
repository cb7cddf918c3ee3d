package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Inputs;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Engines;
import org.gan4j.tensor.engine.Graph;
import org.gan4j.tensor.engine.RunResult;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.engine.Stage;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradient penalty through whole critics: by finite differences, and on the default engine. */
class PenaltyOnEnginesTest {
    private static final RandomKey RANDOM = RandomKey.of(11);

    static Stream<Arguments> critics() {
        Shape image = Shape.of(2, 8, 12);
        Network convolutional = Dcgan.critic()
                .width(3)
                .build(NetworkSpec.critic(VariableScope.of("conv", 5), image).independent(true));
        Sequential.Builder mlp = Sequential.in(VariableScope.of("mlp", 5));
        mlp.add(new Linear(mlp.scope("first"), 6, 10, 0.5)).add(Layer.function(x -> x.leakyRelu(0.2)));
        mlp.add(new Linear(mlp.scope("second"), 10, 8, 0.5)).add(Layer.function(Tensor::tanh));
        mlp.add(new Linear(mlp.scope("score"), 8, 1, 0.5)).add(Layer.function(x -> x.reshape(-1)));
        return Stream.of(
                Arguments.of("DCGAN with layer normalization", convolutional, image),
                Arguments.of("MLP", mlp.build(), Shape.of(6)));
    }

    private static Tensor penalty(Network critic, Shape sample) {
        long[] batch = Stream.of(Shape.of(5), sample)
                .flatMapToLong(shape -> java.util.Arrays.stream(shape.dims()))
                .toArray();
        RegularizerContext context = RegularizerContext.of(
                samples -> critic.apply(Parameters.variables(), ForwardPass.training(RANDOM), Inputs.of(samples))
                        .value(),
                RANDOM.child("real").uniform(batch).mul(2).sub(1),
                RANDOM.child("fake").normal(batch).tanh(),
                RANDOM.child("between"));
        return GradientPenalty.of(10).penalty(context);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("critics")
    void itsGradientByEachParameterAgreesWithFiniteDifferences(String name, Network critic, Shape sample) {
        GradientCheck.ofExpression(penalty(critic, sample))
                .by(critic.parameters())
                .holds();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("critics")
    void nd4jAgreesWithTheReferenceEngine(String name, Network critic, Shape sample) {
        Tensor penalty = penalty(critic, sample);
        List<Tensor> gradients = Gradients.of(
                penalty, critic.parameters().stream().map(Variable::value).toList());
        Stage stage = Stage.named("penalty").output("value", penalty);
        for (int i = 0; i < gradients.size(); i++) {
            stage = stage.output("gradient " + i, gradients.get(i));
        }
        List<RunResult> results = new ArrayList<>();
        for (String engine : List.of("reference", "nd4j")) {
            try (Session session = Engines.named(engine).open()) {
                results.add(session.compile(Graph.of(stage)).run(Map.of()));
            }
        }
        results.get(0)
                .outputs()
                .forEach((output, expected) ->
                        close(output, expected, results.get(1).get(output)));
    }

    private static void close(String output, TensorData expected, TensorData found) {
        double largest = IntStream.range(0, expected.shape().size())
                .mapToDouble(i -> Math.abs(expected.get(i)))
                .max()
                .orElseThrow();
        for (int i = 0; i < expected.shape().size(); i++) {
            assertThat(found.get(i))
                    .as("%s [%d]", output, i)
                    .isCloseTo(expected.get(i), offset(2e-4 * largest + 1e-12));
        }
    }
}
