package org.gan4j.metrics.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.MetricInput;
import org.gan4j.metrics.ScoreOracle;
import org.gan4j.metrics.vectors.Vectors;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class GeometryScoreTest {
    private static final int COUNT = 2000;
    private static final GeometryScore METRIC = new GeometryScore(64, 1 / 128., 20, 100);

    @Test
    void shapesHaveTheirNumberOfHoles() {
        assertThat(mostFrequent(circles(1))).isEqualTo(1);
        assertThat(mostFrequent(circles(2))).isEqualTo(2);
        assertThat(mostFrequent(circles(3))).isEqualTo(3);
    }

    @Test
    void aSphereHasNoHoles() {
        // triangles cover a sphere only from scales of about a quarter of the distance of landmarks, 0.4, on
        GeometryScore wide = new GeometryScore(64, 1 / 2., 10, 100);
        assertThat(mostFrequent(wide, sphere())).isZero();
    }

    @Test
    void theScoreIsSmallForOneShapeAndLargeForTwo() {
        Map<String, Double> same =
                METRIC.measure(MetricInput.of(circles(1), turned(circles(1))).seed(5));
        Map<String, Double> other =
                METRIC.measure(MetricInput.of(circles(1), circles(2)).seed(5));
        assertThat(same.get("geometry-score")).isLessThan(0.02);
        assertThat(other.get("geometry-score")).isGreaterThan(1).isLessThan(2);
        assertThat(other.get("geometry-score.error")).isPositive();
        assertThat(other.get("geometry-score.holes")).isCloseTo(2, offset(0.3));
        assertThat(other.get("geometry-score.holes.real")).isCloseTo(1, offset(0.3));
        assertThat(METRIC.measure(MetricInput.of(circles(1), circles(2)).seed(5)))
                .isEqualTo(other);
    }

    @Test
    void equalPointsHaveNoHoles() {
        TensorData same = TensorData.of(new float[160], Shape.of(80, 2));
        assertThat(METRIC.measure(same, same)).containsEntry("geometry-score", 0.0);
    }

    @Test
    void tooFewSamplesAndInvalidSettingsAreRefused() {
        TensorData few = ScoreOracle.normals("x", 64, 3, 0, 1);
        assertThatThrownBy(() -> METRIC.measure(few, few))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("geometry-score needs at least 65 real samples; there are 64: evaluate more samples");
        assertThatThrownBy(() -> new GeometryScore(2, 1, 100, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("geometry-score needs at least 3 landmarks, 2 repeats, a gamma above 0 and 1 number of"
                        + " holes, not 2, 100, 1.0 and 100; the paper uses 64, 100 or more, 1/128 and 100");
    }

    private static int mostFrequent(TensorData points) {
        return mostFrequent(METRIC, points);
    }

    private static int mostFrequent(GeometryScore metric, TensorData points) {
        double[] mean = new double[100];
        for (double[] times : metric.livingTimes(Vectors.of("real", points, "test", 1), 3, "real")) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += times[i];
            }
        }
        return IntStream.range(0, mean.length).reduce(0, (best, i) -> mean[i] > mean[best] ? i : best);
    }

    /** Points of circles of radius 1 that are 3 apart. */
    private static TensorData circles(int circles) {
        float[] uniforms = new float[COUNT];
        new Philox(7, "circles", 0).uniforms(0, uniforms, COUNT);
        float[] points = new float[2 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            points[2 * i] = (float) (Math.cos(2 * Math.PI * uniforms[i]) + 3 * (i % circles));
            points[2 * i + 1] = (float) Math.sin(2 * Math.PI * uniforms[i]);
        }
        return TensorData.of(points, Shape.of(COUNT, 2));
    }

    private static TensorData turned(TensorData points) {
        float[] values = points.toFloats();
        for (int i = 0; i < values.length; i += 2) {
            float x = values[i];
            values[i] = -values[i + 1];
            values[i + 1] = x;
        }
        return TensorData.of(values, points.shape());
    }

    private static TensorData sphere() {
        float[] points = ScoreOracle.normals("sphere", COUNT, 3, 0, 1).toFloats();
        for (int i = 0; i < points.length; i += 3) {
            double length =
                    Math.sqrt(points[i] * points[i] + points[i + 1] * points[i + 1] + points[i + 2] * points[i + 2]);
            for (int f = 0; f < 3; f++) {
                points[i + f] /= (float) length;
            }
        }
        return TensorData.of(points, Shape.of(COUNT, 3));
    }
}
