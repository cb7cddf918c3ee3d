package org.gan4j.metrics.distances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.gan4j.metrics.ScoreOracle;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GaussianKernelDistanceTest {
    private static final GaussianKernelDistance METRIC = GaussianKernelDistance.standard();

    static Stream<JsonNode> sets() {
        return ScoreOracle.sets();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void distancesAreThoseOfNumPy(JsonNode set) {
        Map<String, Double> values = METRIC.measure(ScoreOracle.features(set));
        assertThat(values.get("cmmd")).isCloseTo(set.get("cmmd").asDouble(), offset(1e-9));
        assertThat(values.get("cmmd.error"))
                .isCloseTo(set.get("cmmd.error").asDouble(), Percentage.withPercentage(0.1));
    }

    @Test
    void equalSetsHaveNoDistance() {
        TensorData x = ScoreOracle.normals("x", 50, 4, 0, 1);
        assertThat(METRIC.measure(x, x).get("cmmd")).isCloseTo(0, offset(1e-9));
    }

    @Test
    void theErrorEstimatesTheSpreadOverOtherSamples() {
        assertThat(ScoreOracle.statedOverRealError(METRIC, "cmmd", 40, 300, 0.5))
                .isBetween(0.75, 1.35);
    }

    @Test
    void invalidSettingsAreRefused() {
        assertThatThrownBy(() -> new GaussianKernelDistance(0, 1000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cmmd needs a sigma and a scale above 0, not 0.0 and 1000.0; the paper uses 10 and 1000");
    }
}
