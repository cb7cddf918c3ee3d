package org.gan4j.losses.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.api.loss.RegularizerContext;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.GradientCheck;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GradientPenaltyTest {
    static Stream<OracleCase> known() {
        return Oracle.read("penalty").cases().stream();
    }

    private static Map<String, Tensor> parameters(OracleCase known) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        known.inputs().stream()
                .filter(name -> name.matches("[wb]\\d"))
                .forEach(name -> parameters.put(name, known.input(name)));
        return parameters;
    }

    private static Tensor penalty(OracleCase known, Map<String, Tensor> p) {
        double slope = known.setting("slope");
        UnaryOperator<Tensor> mlp = x -> x.matmul(p.get("w1"))
                .add(p.get("b1"))
                .leakyRelu(slope)
                .matmul(p.get("w2"))
                .add(p.get("b2"));
        UnaryOperator<Tensor> convolutional = x -> {
            int stride = known.wholeSetting("stride");
            int padding = known.wholeSetting("padding");
            Tensor first =
                    x.conv2d(p.get("w1"), stride, padding).add(p.get("b1").reshape(-1, 1, 1));
            Tensor second = first.leakyRelu(slope).conv2d(p.get("w2"), stride, padding);
            Tensor features = second.add(p.get("b2").reshape(-1, 1, 1)).tanh();
            return features.reshape(x.shape().dim(0), -1).matmul(p.get("w3")).add(p.get("b3"));
        };
        Tensor real = known.input("real");
        Shape shape = real.shape();
        int[] within = IntStream.range(1, shape.rank()).toArray();
        RegularizerContext context = RegularizerContext.of(
                known.text("critic").equals("mlp") ? mlp : convolutional, real, known.input("fake"), RandomKey.of(1));
        return new GradientPenalty(known.setting("weight"), known.setting("target"), known.flag("one_sided"))
                .penalty(
                        context,
                        known.input("eps").reshape(shape.collapsed(within).dims()));
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreesWithPyTorchInValueAndInTheGradientByEachParameter(OracleCase known) {
        Map<String, Tensor> parameters = parameters(known);
        Tensor penalty = penalty(known, parameters);
        known.requireExpected("penalty", penalty.evaluate(), 1e-12);
        parameters.forEach((name, parameter) -> known.requireExpected(
                "grad_" + name, Gradients.of(penalty, parameter).evaluate(), 1e-10));
    }

    @Test
    void ofACriticOfPacksAgreesWithPyTorch() {
        OracleCase known = Oracle.read("wrappers").named("packing");
        Map<String, Tensor> parameters = parameters(known);
        UnaryOperator<Tensor> packed = x -> x.reshape(x.shape().dim(0) / 2, -1)
                .matmul(parameters.get("w1"))
                .add(parameters.get("b1"))
                .leakyRelu(0.2)
                .matmul(parameters.get("w2"))
                .add(parameters.get("b2"))
                .reshape(-1);
        RegularizerContext context =
                RegularizerContext.of(packed, known.input("real"), known.input("fake"), RandomKey.of(1));
        // the numbers of the second samples are not used: a pack has one point between real and fake
        Tensor epsilon = Tensor.concat(1, known.input("eps").reshape(3, 1), Tensor.full(DType.DOUBLE, 0.5, 3, 1))
                .reshape(6, 1);
        Tensor penalty = GradientPenalty.of(10).penalty(context, epsilon);
        known.requireExpected("penalty", penalty.evaluate(), 1e-12);
        parameters.forEach((name, parameter) -> known.requireExpected(
                "grad_" + name, Gradients.of(penalty, parameter).evaluate(), 1e-10));
    }

    @Test
    void ofACriticOfPatchesIsTheNormOfTheSummedScoresPerSample() {
        // f(x) = (x, 2x, ...) per pixel, so the sum over both scores has the gradient 3 at each of 4 pixels, norm 6
        UnaryOperator<Tensor> patches = x -> Tensor.concat(1, x, x.mul(2));
        Tensor image = Tensor.zeros(2, 1, 2, 2);
        RegularizerContext context = RegularizerContext.of(patches, image, image, RandomKey.of(1));
        assertThat(GradientPenalty.of(1).penalty(context).evaluate().item()).isCloseTo(25, offset(1e-5));
    }

    @ParameterizedTest
    @MethodSource("known")
    void itsGradientsAgreeWithFiniteDifferences(OracleCase known) {
        Map<String, Tensor> parameters = parameters(known);
        List<String> names = List.copyOf(parameters.keySet());
        Tensor[] points =
                names.stream().map(name -> parameters.get(name).named(name)).toArray(Tensor[]::new);
        GradientCheck.of(
                        in -> {
                            Map<String, Tensor> moved = new LinkedHashMap<>();
                            for (int i = 0; i < names.size(); i++) {
                                moved.put(names.get(i), in.get(i));
                            }
                            return penalty(known, moved);
                        },
                        points)
                .holds();
    }

    @Test
    void isZeroForALinearCriticOfNormOne() {
        Tensor direction = Tensor.of(new double[] {0.6, 0.8}, 2, 1);
        RegularizerContext context =
                RegularizerContext.of(x -> x.matmul(direction), Tensor.ones(5, 2), Tensor.zeros(5, 2), RandomKey.of(1));
        assertThat(GradientPenalty.of(10).penalty(context).evaluate().item()).isCloseTo(0, offset(1e-12));
    }

    @Test
    void drawsOneEpsilonForEachSample() {
        // f(x) = Σ x²/2 has the gradient x, so the norms are those of the points between
        RegularizerContext context = RegularizerContext.of(
                x -> x.square().sum(1, 2, 3).mul(0.5),
                Tensor.ones(6, 2, 3, 3),
                Tensor.zeros(6, 2, 3, 3),
                RandomKey.of(7));
        Tensor epsilon = RandomKey.of(7).uniform(6, 1, 1, 1);
        double expected =
                epsilon.mul(Math.sqrt(18)).sub(1).square().mean().evaluate().item();
        assertThat(new GradientPenalty(1, 1, false).penalty(context).evaluate().item())
                .isCloseTo(expected, offset(1e-6));
        assertThat(IntStream.range(0, 6)
                        .mapToObj(i -> epsilon.evaluate().get(i))
                        .distinct())
                .hasSize(6);
    }

    @Test
    void refusesAWeightOfZero() {
        assertThatThrownBy(() -> new GradientPenalty(0, 1, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weight above 0");
    }
}
