package org.gan4j.architectures.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.network.ForwardPass;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers against PyTorch's numbers, in value and in gradients of first and second order. */
class LayersTest {
    private static final VariableScope SCOPE = VariableScope.of("layer", 1);
    /** The oracle's names of the variables. */
    private static final Map<String, String> ORACLES = Map.ofEntries(
            Map.entry("weight", "w"),
            Map.entry("bias", "b"),
            Map.entry("gamma", "g"),
            Map.entry("beta", "h"),
            Map.entry("norm1/gamma", "g1"),
            Map.entry("norm1/beta", "h1"),
            Map.entry("conv1/weight", "w1"),
            Map.entry("conv1/bias", "b1"),
            Map.entry("norm2/gamma", "g2"),
            Map.entry("norm2/beta", "h2"),
            Map.entry("conv2/weight", "w2"),
            Map.entry("conv2/bias", "b2"),
            Map.entry("shortcut/weight", "ws"),
            Map.entry("shortcut/bias", "bs"));

    static Stream<OracleCase> known() {
        return Oracle.read("layers").cases().stream();
    }

    private static Layer layer(OracleCase known) {
        switch (known.text("layer")) {
            case "maxout":
                return new Maxout(known.wholeSetting("pieces"));
            case "convolution_doubling":
                return ResizingConvolution.doubling(SCOPE, 2, 3, known.wholeSetting("kernel"), 1, true);
            case "convolution_halving":
                return ResizingConvolution.halving(SCOPE, 2, 3, known.wholeSetting("kernel"), 1, true);
            case "instance_norm":
                return new InstanceNorm(SCOPE, 2, 0);
            case "layer_norm_of_vectors":
                return LayerNorm.ofVectors(SCOPE, 5);
            case "doubling_batch":
                return ResidualBlock.doubling(SCOPE, 2, 1, Normalization.BATCH, Activation.SILU);
            case "halving_layer":
                return ResidualBlock.halving(SCOPE, 2, 1, Normalization.LAYER, Activation.SILU);
            case "first":
                return ResidualBlock.first(SCOPE, 1, 2, Activation.SILU);
            case "keeping":
                return ResidualBlock.keeping(SCOPE, 2, 2, Normalization.NONE, Activation.SILU);
            default:
                return Activation.valueOf(known.text("layer")).layer();
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreeWithPyTorch(OracleCase known) {
        Map<String, Tensor> inputs = new HashMap<>();
        known.inputs().forEach(name -> inputs.put(name, known.input(name)));
        Layer layer = layer(known);
        Map<Variable, Tensor> replaced = new HashMap<>();
        for (Variable variable : layer.parameters()) {
            Tensor value = inputs.get(ORACLES.get(variable.name().substring("layer/".length())));
            assertThat(value.shape()).as(variable.name()).isEqualTo(variable.shape());
            replaced.put(variable, value);
        }
        ForwardPass pass = ForwardPass.training(RandomKey.of(1));
        Tensor y = layer.apply(Parameters.replacing(replaced), pass, inputs.get("x"));

        List<String> names = new ArrayList<>(known.inputs());
        names.remove("c");
        List<Tensor> xs = names.stream().map(inputs::get).toList();
        List<Tensor> first = Gradients.of(y.mul(inputs.get("c")).sum(), xs);
        Tensor squares = first.stream()
                .map(one -> one.square().sum())
                .reduce(Tensor::add)
                .orElseThrow();
        List<Tensor> second = Gradients.of(squares, xs);
        known.requireExpected("y", y.evaluate(), 1e-11);
        for (int i = 0; i < xs.size(); i++) {
            requireGradient(known, "grad_" + names.get(i), first.get(i));
            requireGradient(known, "grad2_" + names.get(i), second.get(i));
        }
    }

    /** A bias before batch normalization has gradient 0: there both are only rounding. */
    private static void requireGradient(OracleCase known, String result, Tensor found) {
        double[] expected = known.expected(result).toDoubles();
        if (Arrays.stream(expected).allMatch(one -> Math.abs(one) < 1e-10)) {
            assertThat(found.toDoubles()).as(result).containsExactly(expected, offset(1e-10));
        } else {
            known.requireExpected(result, found.evaluate(), 1e-11);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
    void activationsHaveRightFirstAndSecondDerivatives(Activation activation) {
        Tensor x = Tensor.of(new double[] {-2.5, -1, -0.25, 0.5, 1.5, 3});
        GradientCheck.of(in -> activation.of(in.get(0)), x.named("x")).order(2).holds();
    }

    @Test
    void activationsStayFiniteFarFromZero() {
        Tensor far = Tensor.of(new float[] {-1e4f, 1e4f});
        for (Activation activation : Activation.values()) {
            if (activation != Activation.AUTO) {
                Tensor y = activation.of(far);
                assertThat(y.toFloats()).as("%s", activation).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
                assertThat(Gradients.of(y.sum(), List.of(far)).get(0).toFloats())
                        .as("gradient of %s", activation)
                        .doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
            }
        }
    }

    @Test
    void blocksMixSamplesOnlyThroughBatchNormalization() {
        assertThat(ResidualBlock.doubling(SCOPE, 2, 2, Normalization.BATCH, Activation.RELU)
                        .mixesSamples())
                .isTrue();
        assertThat(ResidualBlock.halving(SCOPE, 2, 2, Normalization.LAYER, Activation.RELU)
                        .mixesSamples())
                .isFalse();
        assertThat(new InstanceNorm(SCOPE, 2, 0).mixesSamples()).isFalse();
    }

    @Test
    void aBlockReportsTheStatisticsOfBothItsNormalizations() {
        ResidualBlock block = ResidualBlock.doubling(SCOPE, 2, 3, Normalization.BATCH, Activation.RELU);
        ForwardPass pass = ForwardPass.training(RandomKey.of(1));
        block.apply(Parameters.variables(), pass, Tensor.ones(2, 2, 2, 2));
        assertThat(pass.updates().keySet()).containsExactlyInAnyOrderElementsOf(block.state());
        assertThat(block.state()).hasSize(4);
    }

    @Test
    void aTransposedConvolutionDoublesImagesWithKernelsOf3And4() {
        Tensor x = Tensor.ones(2, 2, 3, 5);
        for (int kernel : List.of(3, 4)) {
            Layer layer = Convolution.doubling(SCOPE, 2, 3, kernel, 1, true);
            assertThat(layer.apply(Parameters.variables(), ForwardPass.inference(), x)
                            .shape())
                    .isEqualTo(Shape.of(2, 3, 6, 10));
            assertThat(layer.kind()).isEqualTo("transposed convolution " + kernel + "×" + kernel);
        }
        assertThatThrownBy(() -> Convolution.doubling(SCOPE, 2, 3, 5, 1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its kernel is 3 or 4, not 5: choose one of these");
    }

    @Test
    void maxoutSaysWhatToDoAboutUnitsLeftOver() {
        assertThatThrownBy(
                        () -> new Maxout(5).apply(Parameters.variables(), ForwardPass.inference(), Tensor.zeros(2, 12)))
                .hasMessageContaining("[2, 12]")
                .hasMessageContaining("wider");
    }
}
