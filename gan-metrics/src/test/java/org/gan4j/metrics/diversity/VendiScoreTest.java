package org.gan4j.metrics.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.ejml.data.DMatrixRMaj;
import org.gan4j.metrics.ScoreOracle;
import org.gan4j.metrics.vectors.Vectors;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VendiScoreTest {
    private static final VendiScore METRIC = new VendiScore();

    static Stream<JsonNode> sets() {
        return ScoreOracle.sets();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void scoresAreThoseOfNumPy(JsonNode set) {
        Map<String, Double> values = METRIC.measure(ScoreOracle.features(set));
        assertThat(values.get("vendi")).isCloseTo(set.get("vendi").asDouble(), offset(1e-8));
        assertThat(values.get("vendi.real")).isCloseTo(set.get("vendi.real").asDouble(), offset(1e-8));
        Vectors fake = Vectors.of("fake", ScoreOracle.features(set).fake(), "vendi", 2);
        assertThat(Diversity.of(fake).error())
                .isCloseTo(set.get("vendi.error").asDouble(), Percentage.withPercentage(0.01));
    }

    @Test
    void similaritiesOfThePackagesReadMeHaveItsScores() {
        DMatrixRMaj three = new DMatrixRMaj(new double[][] {{1, 0.9, 0}, {0.9, 1, 0}, {0, 0, 1}});
        assertThat(Diversity.ofSimilarities(three).score()).isCloseTo(2.1573, offset(5e-5));
        double[] samples = {0, 0, 10, 10, 20, 20};
        DMatrixRMaj six = new DMatrixRMaj(6, 6);
        for (int i = 0; i < 36; i++) {
            six.data[i] = Math.exp(-Math.abs(samples[i / 6] - samples[i % 6]));
        }
        // the README cuts the digits: 2.9999...
        assertThat(Diversity.ofSimilarities(six).score()).isBetween(2.9999, 3.0);
    }

    @Test
    void equalSamplesCountOnceAndUnrelatedOnesEach() {
        TensorData axes = TensorData.of(new float[] {3, 0, 0, 0, 5, 0, 0, 0, 7}, Shape.of(3, 3));
        TensorData same = TensorData.of(new float[] {1, 2, 1, 2, 2, 4, 1, 2}, Shape.of(4, 2));
        assertThat(METRIC.measure(axes, axes).get("vendi")).isCloseTo(3, offset(1e-12));
        assertThat(METRIC.measure(same, same).get("vendi")).isCloseTo(1, offset(1e-12));
        TensorData many = TensorData.of(new float[40], Shape.of(20, 2));
        assertThat(METRIC.measure(many, many).get("vendi.error")).isCloseTo(0, offset(1e-12));
    }

    @Test
    void vectorsOfZerosAreOneMoreDirection() {
        TensorData half = TensorData.of(new float[] {1, 1, 0, 0, 2, 2, 0, 0}, Shape.of(4, 2));
        assertThat(METRIC.measure(half, half).get("vendi")).isCloseTo(2, offset(1e-12));
        TensorData zeros = TensorData.of(new float[8], Shape.of(4, 2));
        assertThat(METRIC.measure(zeros, zeros).get("vendi")).isCloseTo(1, offset(1e-12));
    }

    @Test
    void theErrorEstimatesTheSpreadOverOtherSamples() {
        assertThat(ScoreOracle.statedOverRealError(METRIC, "vendi", 40, 300, 0.5))
                .isBetween(0.75, 1.35);
    }

    @Test
    void tooFewSamplesHaveNoError() {
        TensorData nineteen = ScoreOracle.normals("few", 19, 3, 0, 1);
        TensorData twenty = ScoreOracle.normals("few", 20, 3, 0, 1);
        assertThat(METRIC.measure(twenty, nineteen)).containsOnlyKeys("vendi", "vendi.real", "vendi.real.error");
    }
}
