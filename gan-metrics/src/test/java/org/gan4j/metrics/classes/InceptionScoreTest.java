package org.gan4j.metrics.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.gan4j.metrics.MetricsOracle;
import org.gan4j.metrics.ScoreOracle;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class InceptionScoreTest {
    private static final InceptionScore METRIC = InceptionScore.standard();

    @Test
    void scoresAreThoseOfNumPy() {
        JsonNode classes = ScoreOracle.read().get("classes");
        Map<String, Double> values = METRIC.measure(
                MetricsOracle.matrix(classes.get("real"), 1), MetricsOracle.matrix(classes.get("fake"), 1));
        for (String name : new String[] {"", ".error", ".deviation", ".whole", ".real"}) {
            assertThat(values.get("inception-score" + name))
                    .as(name)
                    .isCloseTo(classes.get("inception-score" + name).asDouble(), offset(1e-6));
        }
    }

    @Test
    void scoresGoFromOneToTheNumberOfClasses() {
        TensorData sure = sure(40, 4);
        TensorData unsure = TensorData.of(filled(40 * 4, 0.25f), Shape.of(40, 4));
        Map<String, Double> values = METRIC.measure(unsure, sure);
        assertThat(values.get("inception-score")).isCloseTo(4, offset(1e-9));
        assertThat(values.get("inception-score.error")).isCloseTo(0, offset(1e-9));
        assertThat(values.get("inception-score.real")).isCloseTo(1, offset(1e-9));
    }

    @Test
    void tooFewSamplesAndNoProbabilitiesAreRefused() {
        TensorData sure = sure(40, 4);
        assertThatThrownBy(() -> METRIC.measure(sure, sure.rows(0, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inception-score needs at least 20 fake samples; there are 7: evaluate more samples");
        float[] broken = sure.toFloats();
        broken[5] = Float.NaN;
        assertThatThrownBy(() -> METRIC.measure(sure, TensorData.of(broken, sure.shape())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the probabilities of fake sample 1 are not from 0 to 1 with sum 1, but inception-score"
                        + " needs such: check the sample and the extractor");
        assertThatThrownBy(() -> METRIC.measure(sure, TensorData.of(filled(40, 1), Shape.of(40, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("inception-score needs probabilities [N,K] of at least 2 classes; those of the fake samples"
                        + " have the shape [40, 1]: choose an extractor that classifies");
        assertThatThrownBy(() -> new InceptionScore(1))
                .hasMessage("inception-score needs at least 2 splits, not 1; the paper uses 10");
    }

    /** Each class in turn, with certainty. */
    private static TensorData sure(int count, int classes) {
        float[] values = new float[count * classes];
        for (int i = 0; i < count; i++) {
            values[i * classes + i % classes] = 1;
        }
        return TensorData.of(values, Shape.of(count, classes));
    }

    private static float[] filled(int length, float value) {
        float[] values = new float[length];
        java.util.Arrays.fill(values, value);
        return values;
    }
}
