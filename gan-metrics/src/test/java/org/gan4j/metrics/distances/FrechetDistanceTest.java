package org.gan4j.metrics.distances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.gan4j.metrics.ScoreOracle;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrechetDistanceTest {
    private static final FrechetDistance METRIC = new FrechetDistance();

    static Stream<JsonNode> sets() {
        return ScoreOracle.sets();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void distancesAreThoseOfSciPy(JsonNode set) {
        Map<String, Double> values = METRIC.measure(ScoreOracle.features(set));
        assertThat(values.get("frechet")).isCloseTo(set.get("frechet").asDouble(), Percentage.withPercentage(1e-6));
        // the derivatives of NumPy are those of covariances with the denominator n
        double percent = set.get("name").asText().equals("small") ? 25 : 3;
        assertThat(values.get("frechet.error"))
                .isCloseTo(set.get("frechet.error").asDouble(), Percentage.withPercentage(percent));
    }

    @Test
    void shiftedGaussiansAreApartByTheSquaredShift() {
        TensorData x = ScoreOracle.normals("x", 3000, 4, 0, 1);
        float[] shifted = x.toFloats();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += 2;
        }
        assertThat(METRIC.measure(x, TensorData.of(shifted, x.shape())).get("frechet"))
                .isCloseTo(16, offset(1e-4));
        assertThat(METRIC.measure(x, x).get("frechet")).isCloseTo(0, offset(1e-9));
    }

    @Test
    void theErrorEstimatesTheSpreadOverOtherSamples() {
        assertThat(ScoreOracle.statedOverRealError(METRIC, "frechet", 40, 300, 0.5))
                .isBetween(0.75, 1.35);
    }

    @Test
    void fewSamplesAndConstantFeaturesHaveADistance() {
        TensorData two = TensorData.of(new float[] {1, 2, 3, 3, 2, 1}, Shape.of(2, 3));
        TensorData same = TensorData.of(new float[] {0, 0, 0, 0, 0, 0}, Shape.of(2, 3));
        // μ = (2, 2, 2), and the covariance has one eigenvalue, 2 · 2 = 4
        assertThat(METRIC.measure(two, same).get("frechet")).isCloseTo(12 + 4, offset(1e-9));
        TensorData four = TensorData.of(new float[12], Shape.of(4, 3));
        assertThat(METRIC.measure(four, four)).containsEntry("frechet", 0.0).containsEntry("frechet.error", 0.0);
    }

    @Test
    void theErrorNeedsMoreSamplesThanFeatures() {
        TensorData enough = ScoreOracle.normals("x", 9, 8, 0, 1);
        TensorData few = ScoreOracle.normals("y", 8, 8, 0, 1);
        assertThat(METRIC.measure(enough, enough)).containsOnlyKeys("frechet", "frechet.error");
        assertThat(METRIC.measure(enough, few)).containsOnlyKeys("frechet");
        assertThat(METRIC.measure(few, enough)).containsOnlyKeys("frechet");
    }

    @Test
    void oneSampleIsRefused() {
        TensorData x = ScoreOracle.normals("x", 9, 4, 0, 1);
        assertThatThrownBy(() -> METRIC.measure(x, x.rows(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("frechet needs at least 2 fake samples; there are 1: evaluate more samples");
    }
}
