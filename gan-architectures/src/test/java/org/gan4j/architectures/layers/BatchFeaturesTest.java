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
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Parameters;
import org.gan4j.api.network.VariableScope;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Gradients;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.Variable;
import org.gan4j.testkit.GradientCheck;
import org.gan4j.testkit.Oracle;
import org.gan4j.testkit.OracleCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that show a critic the whole batch, against PyTorch's numbers (make_batch_oracles.py in gan-testkit). */
class BatchFeaturesTest {
    private static final VariableScope SCOPE = VariableScope.of("layer", 1);

    static Stream<OracleCase> known() {
        return Oracle.read("batch-features").cases().stream();
    }

    private static Layer layer(OracleCase known) {
        return known.text("layer").equals("stddev")
                ? new MinibatchStddev(SCOPE, known.wholeSetting("group"))
                : new MinibatchDiscrimination(SCOPE, 3, known.wholeSetting("kernels"), known.wholeSetting("dimension"));
    }

    private static Tensor trained(Layer layer, Tensor x) {
        return layer.apply(Parameters.variables(), ForwardPass.training(RandomKey.of(1)), x);
    }

    @ParameterizedTest
    @MethodSource("known")
    void agreeWithPyTorch(OracleCase known) {
        Map<String, Tensor> inputs = new HashMap<>();
        known.inputs().forEach(name -> inputs.put(name, known.input(name)));
        Layer layer = layer(known);
        Map<Variable, Tensor> replaced = new HashMap<>();
        layer.parameters().forEach(weight -> replaced.put(weight, inputs.get("w")));
        Tensor y = layer.apply(Parameters.replacing(replaced), ForwardPass.training(RandomKey.of(1)), inputs.get("x"));

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
            known.requireExpected("grad_" + names.get(i), first.get(i).evaluate(), 1e-11);
            known.requireExpected("grad2_" + names.get(i), second.get(i).evaluate(), 1e-11);
        }
    }

    @Test
    void theirGradientsAgreeWithFiniteDifferences() {
        Tensor x = RandomKey.of(4).normal(4, 3).cast(DType.DOUBLE).named("x");
        for (Layer layer : List.of(new MinibatchStddev(SCOPE, 2), new MinibatchDiscrimination(SCOPE, 3, 2, 2))) {
            GradientCheck.of(in -> trained(layer, in.get(0)), x)
                    .order(2)
                    .tolerance(1e-5)
                    .holds();
        }
    }

    @Test
    void inInferenceTheyAreRunningMeansSoThatSamplesAreIndependent() {
        Tensor x = Tensor.of(new float[] {1, 2, 5, 4, 3, 1, 7, 9}, 4, 2);
        for (Layer layer : List.of(new MinibatchStddev(SCOPE, 4), new MinibatchDiscrimination(SCOPE, 2, 3, 2))) {
            ForwardPass pass = ForwardPass.training(RandomKey.of(1));
            Tensor seen = layer.apply(Variable::initial, pass, x);
            Variable running = layer.state().get(0);
            double[] start = running.initial().toDoubles();
            double[] mean = seen.slice(1, 2, seen.shape().dim(1)).mean(0).toDoubles();
            double[] updated = pass.updates().get(running).toDoubles();
            for (int i = 0; i < mean.length; i++) {
                assertThat(updated[i]).isEqualTo(0.9 * start[i] + 0.1 * mean[i], offset(1e-6));
            }
            Map<Variable, Tensor> now =
                    Map.of(running, Tensor.full(0.25, running.shape().dims()));
            double[] one = layer.apply(Parameters.replacing(now), ForwardPass.inference(), x.slice(0, 2, 3))
                    .toDoubles();
            assertThat(Arrays.copyOf(one, 2)).containsExactly(3, 1);
            assertThat(Arrays.copyOfRange(one, 2, one.length))
                    .hasSize(mean.length)
                    .containsOnly(0.25);
        }
    }

    @Test
    void theStandardDeviationOfABatchAllowsGradientPenalties() {
        Layer stddev = new MinibatchStddev(SCOPE, 4);
        assertThat(stddev.mixesSamples()).isTrue();
        assertThat(stddev.allowsInputGradients()).isTrue();
        assertThat(new BatchNorm(SCOPE, 2, 0).allowsInputGradients()).isFalse();
        assertThat(new InstanceNorm(SCOPE, 2, 0).allowsInputGradients()).isTrue();
        assertThat(new MinibatchDiscrimination(SCOPE, 2, 1, 1).allowsInputGradients())
                .isFalse();
        assertThat(Layer.chain("both", List.of(stddev, new BatchNorm(SCOPE, 2, 0)))
                        .allowsInputGradients())
                .isFalse();
        assertThat(Sequential.in(SCOPE).add(stddev).build().allowsInputGradients())
                .isTrue();
        NetworkSpec spec = NetworkSpec.critic(SCOPE, Shape.of(2)).independent(true);
        assertThat(BatchFeatures.STDDEV.problems("it", spec)).isEmpty();
        assertThat(BatchFeatures.DISCRIMINATION.problems("it", spec))
                .containsExactly("it cannot use BatchFeatures.DISCRIMINATION under a gradient penalty, which needs each"
                        + " sample's own gradient: choose STDDEV, as in ProGAN, or NONE");
        assertThat(BatchFeatures.DISCRIMINATION.problems("it", spec.independent(false)))
                .isEmpty();
    }

    @Test
    void groupsHaveEqualSizesForAnyBatch() {
        int[][] batchesAndSizes = {{4, 4}, {8, 4}, {3, 3}, {6, 3}, {10, 2}, {50, 2}, {5, 5}, {7, 7}, {25, 5}, {1, 1}};
        for (int[] expected : batchesAndSizes) {
            int samples = expected[0];
            int size = expected[1];
            Tensor x = RandomKey.of(3).normal(samples, 2);
            double[] channel =
                    trained(new MinibatchStddev(SCOPE, 4), x).slice(1, 2, 3).toDoubles();
            double[][] values = {x.slice(1, 0, 1).toDoubles(), x.slice(1, 1, 2).toDoubles()};
            int groups = samples / size;
            for (int n = 0; n < samples; n++) {
                double sum = 0;
                for (double[] feature : values) {
                    double mean = 0;
                    for (int i = n % groups; i < samples; i += groups) {
                        mean += feature[i] / size;
                    }
                    double variance = 0;
                    for (int i = n % groups; i < samples; i += groups) {
                        variance += (feature[i] - mean) * (feature[i] - mean) / size;
                    }
                    sum += Math.sqrt(variance + 1e-8);
                }
                assertThat(channel[n])
                        .as("sample %d of %d, in a group of %d", n, samples, size)
                        .isEqualTo(sum / values.length, offset(1e-6));
            }
        }
    }

    @Test
    void sayWhatDoesNotFit() {
        assertThatThrownBy(() -> trained(new MinibatchStddev(SCOPE, 4), Tensor.zeros(6)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("not [6]");
        assertThatThrownBy(() -> new MinibatchStddev(SCOPE, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2 samples, not 1");
        assertThatThrownBy(() -> trained(new MinibatchDiscrimination(SCOPE, 4, 1, 1), Tensor.zeros(2, 1, 2, 2)))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("flatten them first");
        assertThatThrownBy(() -> new MinibatchDiscrimination(SCOPE, 4, 0, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 0 of 5");
    }
}
