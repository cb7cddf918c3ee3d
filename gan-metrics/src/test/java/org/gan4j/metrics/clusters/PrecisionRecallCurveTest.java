package org.gan4j.metrics.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.MetricsOracle;
import org.gan4j.metrics.ScoreOracle;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.metrics.vectors.Vectors;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrecisionRecallCurveTest {
    private static final PrecisionRecallCurve METRIC = PrecisionRecallCurve.standard();

    private static JsonNode oracle() {
        try (InputStream in = PrecisionRecallCurveTest.class.getResourceAsStream("curve-oracle.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static Stream<JsonNode> histograms() {
        return StreamSupport.stream(oracle().get("histograms").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("histograms")
    void curvesOfHistogramsAreThoseOfNumPy(JsonNode set) {
        Curve curve = Curve.of(numbers(set.get("fake")), numbers(set.get("real")));
        assertThat(curve.largestF(1 / 8.)).isCloseTo(set.get("precision").asDouble(), offset(1e-9));
        assertThat(curve.largestF(8)).isCloseTo(set.get("recall").asDouble(), offset(1e-9));
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    @Test
    void clustersGiveTheNumbersOfScikitLearnWithinTheSpreadOfRuns() {
        JsonNode set = oracle();
        MetricInput in =
                MetricInput.of(MetricsOracle.matrix(set.get("real"), 10), MetricsOracle.matrix(set.get("fake"), 10));
        Map<String, Double> values = METRIC.measure(in.seed(1));
        for (String side : new String[] {"precision", "recall"}) {
            // scikit-learn draws the best of several candidates for each center, which moves the mean a little
            assertThat(values.get("prd-" + side))
                    .as(side)
                    .isCloseTo(
                            set.get(side).asDouble(),
                            offset(4 * set.get(side + ".deviation").asDouble()));
        }
        assertThat(METRIC.measure(in.seed(1))).isEqualTo(values);
        assertThat(METRIC.measure(in.seed(2))).isNotEqualTo(values);
    }

    @Test
    void clustersAreGroupsThatAreApart() {
        float[] points = ScoreOracle.normals("x", 90, 2, 0, 0.1).toFloats();
        for (int i = 0; i < 90; i++) {
            points[2 * i] += 5 * (i % 3);
        }
        int[] clusters = KMeans.of(
                Vectors.of("real", TensorData.of(points, Shape.of(90, 2)), "test", 1), 3, new Draw(4, "test"));
        for (int i = 3; i < 90; i++) {
            assertThat(clusters[i]).isEqualTo(clusters[i % 3]);
        }
        assertThat(Arrays.stream(clusters).distinct().count()).isEqualTo(3);
    }

    @Test
    void equalSamplesReachOneAndDisjointOnesZero() {
        TensorData same = TensorData.of(new float[120], Shape.of(60, 2));
        float[] far = new float[120];
        Arrays.fill(far, 9);
        assertThat(METRIC.measure(same, same).get("prd-recall")).isCloseTo(1, offset(1e-6));
        assertThat(METRIC.measure(same, TensorData.of(far, same.shape())).get("prd-precision"))
                .isZero();
    }

    @Test
    void theErrorIsNotFarFromTheSpreadOverOtherSamples() {
        assertThat(ScoreOracle.statedOverRealError(METRIC, "prd-recall", 30, 300, 0.5))
                .isBetween(0.6, 1.6);
    }

    @Test
    void tooFewSamplesAndInvalidSettingsAreRefused() {
        TensorData seven = ScoreOracle.normals("x", 7, 3, 0, 1);
        assertThatThrownBy(() -> METRIC.measure(seven, seven))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "precision-recall-curve needs at least 20 real samples; there are 7: evaluate more samples");
        assertThatThrownBy(() -> new PrecisionRecallCurve(1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("precision-recall-curve needs at least 2 clusters and 2 runs, not 1 and 10; the paper uses"
                        + " 20 and 10");
    }
}
