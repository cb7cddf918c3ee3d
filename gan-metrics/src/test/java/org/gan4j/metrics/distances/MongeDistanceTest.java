package org.gan4j.metrics.distances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.ScoreOracle;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MongeDistanceTest {
    private static final MongeDistance METRIC = MongeDistance.standard();

    static Stream<JsonNode> sets() {
        return ScoreOracle.sets();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void distancesAreThoseOfNumPysDirectionsWithinTheirError(JsonNode set) {
        double deviation = set.get("mind.deviation").asDouble();
        double error = deviation * Math.sqrt(1 / 1000. + 1 / 10000.);
        assertThat(METRIC.measure(ScoreOracle.features(set)).get("mind"))
                .isCloseTo(set.get("mind").asDouble(), offset(3 * error));
    }

    @Test
    void setsOfDifferentSizesAreComparedByTheirQuantiles() {
        assertThat(new LineTransport(new double[] {1, 0}, new double[] {2}).cost())
                .isEqualTo(2.5);
        assertThat(new LineTransport(new double[] {3, 0}, new double[] {5, 1, 2}).cost())
                .isCloseTo(1 / 3. + 4 / 6. + 1 / 6. + 4 / 3., offset(1e-12));
        assertThat(new LineTransport(new double[] {-1, 3, -2}, new double[] {3, -1, -2}).cost())
                .isZero();
    }

    @Test
    void potentialsAreTheChangesOfTheCostWithWeights() {
        // three numbers to one, 1: the cost is the mean of (x − 1)², whose change with a weight is (x − 1)²
        double[] ofX = new double[3];
        double[] ofY = new double[1];
        new LineTransport(new double[] {4, 0, 2}, new double[] {1}).addPotentials(ofX, ofY);
        assertThat(ofX).containsExactly(9 - 1, 0, 1 - 1);
        assertThat(ofY).containsExactly(0);
    }

    @Test
    void aShiftAlongOneFeatureHasThreeTimesItsSquare() {
        TensorData x = ScoreOracle.normals("x", 400, 6, 0, 1);
        float[] shifted = x.toFloats();
        for (int i = 0; i < shifted.length; i += 6) {
            shifted[i] += 2;
        }
        // the mean over directions of (2 θ₁)² is 4/6; its relative deviation is √2 at most, over 1000 directions
        assertThat(METRIC.measure(x, TensorData.of(shifted, x.shape())).get("mind"))
                .isCloseTo(12, offset(12 * 3 * Math.sqrt(2 / 1000.)));
        assertThat(METRIC.measure(x, x).get("mind")).isZero();
    }

    @Test
    void theSeedChoosesTheDirections() {
        MetricInput in = MetricInput.of(ScoreOracle.normals("x", 60, 6, 0, 1), ScoreOracle.normals("y", 50, 6, 1, 1));
        Map<String, Double> first = METRIC.measure(in.seed(3));
        assertThat(METRIC.measure(in.seed(3))).isEqualTo(first);
        assertThat(METRIC.measure(in.seed(4)).get("mind")).isNotEqualTo(first.get("mind"));
    }

    @Test
    void theErrorEstimatesTheSpreadOverOtherSamples() {
        assertThat(ScoreOracle.statedOverRealError(METRIC, "mind", 40, 300, 0.5))
                .isBetween(0.75, 1.35);
    }

    @Test
    void invalidSettingsAreRefused() {
        assertThatThrownBy(() -> new MongeDistance(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mind needs at least 2 projections, not 1; the paper uses 1000");
    }
}
