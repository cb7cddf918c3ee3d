package org.gan4j.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.evaluation.Metric;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricsTest {
    private static final int WIDTH = 8;
    private static final TensorData REAL = normals("real", 600, WIDTH, 0, 1);

    static Stream<JsonNode> sets() {
        return MetricsOracle.read().sets();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void valuesAreEqualToNumPys(JsonNode set) {
        TensorData real = MetricsOracle.matrix(set.get("real"), 1);
        TensorData fake = MetricsOracle.matrix(set.get("fake"), 1);
        Map<String, Double> values = new HashMap<>(new PrecisionRecall(3).measure(real, fake));
        values.putAll(new DensityCoverage(5).measure(real, fake));
        // divided by 8 to keep the cubes small
        values.putAll(new KernelDistance()
                .measure(MetricsOracle.matrix(set.get("real"), 8), MetricsOracle.matrix(set.get("fake"), 8)));
        assertThat(set.get("expected")).hasSize(6);
        set.get("expected").fields().forEachRemaining(expected -> assertThat(values.get(expected.getKey()))
                .as(expected.getKey())
                .isCloseTo(expected.getValue().asDouble(), offset(1e-10)));
    }

    @Test
    void halvesOfOneDistributionReachTheBestValues() {
        Map<String, Double> values = all(REAL, normals("fake", 600, WIDTH, 0, 1));
        assertThat(values.get("precision")).isGreaterThan(0.85);
        assertThat(values.get("recall")).isGreaterThan(0.85);
        assertThat(values.get("density")).isCloseTo(1, offset(0.1));
        assertThat(values.get("coverage")).isCloseTo(1 - 1 / 32., offset(0.03));
        assertThat(Math.abs(values.get("kernel-distance"))).isLessThan(3 * values.get("kernel-distance.error"));
    }

    @Test
    void whenModesAreDroppedRecallAndCoverageFallAndPrecisionStays() {
        TensorData real = modes("real", 600, 4);
        TensorData fake = modes("fake", 600, 1);
        Map<String, Double> values = all(real, fake);
        assertThat(values.get("precision")).isGreaterThan(0.75);
        assertThat(values.get("density")).isGreaterThan(0.8);
        assertThat(values.get("recall")).isLessThan(0.3);
        assertThat(values.get("coverage")).isLessThan(0.3);
        assertThat(values.get("kernel-distance")).isGreaterThan(10 * values.get("kernel-distance.error"));
    }

    @Test
    void noiseHasNoPrecision() {
        Map<String, Double> values = all(REAL, normals("fake", 600, WIDTH, 20, 5));
        assertThat(values.get("precision")).isZero();
        assertThat(values.get("density")).isZero();
        assertThat(values.get("coverage")).isZero();
        assertThat(values.get("kernel-distance")).isGreaterThan(1);
    }

    @Test
    void aCopyOfTheDataHasPerfectValues() {
        Map<String, Double> values = all(REAL, REAL);
        assertThat(values.get("precision")).isEqualTo(1);
        assertThat(values.get("recall")).isEqualTo(1);
        assertThat(values.get("density")).isEqualTo(1);
        assertThat(values.get("coverage")).isEqualTo(1);
    }

    @Test
    void equalSamplesAreWithinClosedBallsAndNotWithinOpenOnes() {
        TensorData same = TensorData.of(new float[20], Shape.of(10, 2));
        assertThat(new PrecisionRecall(3).measure(same, same)).containsEntry("precision", 1.0);
        assertThat(new DensityCoverage(5).measure(same, same))
                .containsEntry("density", 0.0)
                .containsEntry("coverage", 0.0);
    }

    @Test
    void theStandardErrorEstimatesTheSpreadOverOtherSamples() {
        Metric metric = new KernelDistance();
        int repeats = 40;
        double sum = 0;
        double squares = 0;
        double errors = 0;
        for (int i = 0; i < repeats; i++) {
            Map<String, Double> values =
                    metric.measure(normals("real" + i, 400, WIDTH, 0, 1), normals("fake" + i, 400, WIDTH, 0.3, 1));
            sum += values.get("kernel-distance") / repeats;
            squares += Math.pow(values.get("kernel-distance"), 2) / repeats;
            errors += values.get("kernel-distance.error") / repeats;
        }
        assertThat(errors / Math.sqrt(squares - sum * sum)).isBetween(0.75, 1.35);
    }

    @Test
    void tooFewSamplesAreRefused() {
        TensorData three = REAL.rows(0, 3);
        assertThatThrownBy(() -> PrecisionRecall.standard().measure(REAL, three))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("precision-recall needs at least 4 fake samples; there are 3: evaluate more samples");
        assertThatThrownBy(() -> DensityCoverage.standard().measure(three, REAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("density-coverage needs at least 6 real samples; there are 3: evaluate more samples");
        assertThatThrownBy(() -> new KernelDistance().measure(three.rows(0, 2), REAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("kernel-distance needs at least 3 real samples; there are 2: evaluate more samples");
    }

    @Test
    void featuresOfDifferentLengthsOrNotFiniteAreRefused() {
        assertThatThrownBy(() -> PrecisionRecall.standard().measure(REAL, normals("fake", 9, 3, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("precision-recall compares features of one network; real samples have 8 features, fake"
                        + " ones 3: extract both with the same network");
        TensorData broken = TensorData.of(new float[] {1, 2, 3, 4, 5, Float.NaN, 6, 7}, Shape.of(4, 2));
        assertThatThrownBy(() -> PrecisionRecall.standard().measure(broken, broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature 1 of real sample 2 is NaN, and precision-recall needs finite numbers: check the"
                        + " sample");
    }

    @Test
    void invalidSettingsAreRefused() {
        assertThatThrownBy(() -> new PrecisionRecall(0))
                .hasMessage("precision-recall needs at least 1 neighbor, not 0; the paper uses 3");
        assertThatThrownBy(() -> new DensityCoverage(0))
                .hasMessage("density-coverage needs at least 1 neighbor, not 0; the paper uses 5");
    }

    private static Map<String, Double> all(TensorData real, TensorData fake) {
        Map<String, Double> values = new HashMap<>();
        new MetricsPlugin()
                .metrics().stream()
                        .filter(metric -> metric.given() == Metric.Given.FEATURES)
                        .forEach(metric -> values.putAll(metric.measure(real, fake)));
        return values;
    }

    private static TensorData normals(String stream, int count, int width, double mean, double deviation) {
        float[] values = new float[count * width];
        new Philox(5, stream, 0).normals(0, values, values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + deviation * values[i]);
        }
        return TensorData.of(values, Shape.of(count, width));
    }

    /** Clusters far from each other, along different axes. */
    private static TensorData modes(String stream, int count, int modes) {
        float[] values = normals(stream, count, WIDTH, 0, 1).toFloats();
        for (int i = 0; i < count; i++) {
            values[i * WIDTH + i % modes] += 15;
        }
        return TensorData.of(values, Shape.of(count, WIDTH));
    }
}
