package org.gan4j.metrics.modes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class ModeCoverageTest {
    private final ModeCoverage metric = new ModeCoverage();

    /** Returns points around the given centers on a line, alternately. */
    private static TensorData around(double deviation, int count, double... centers) {
        Random random = new Random(7);
        double[] points = new double[2 * count];
        for (int i = 0; i < count; i++) {
            points[2 * i] = centers[i % centers.length] + deviation * random.nextGaussian();
            points[2 * i + 1] = deviation * random.nextGaussian();
        }
        return TensorData.of(points, Shape.of(count, 2));
    }

    private static TensorData points(double... numbers) {
        return TensorData.of(numbers, Shape.of(numbers.length / 2, 2));
    }

    @Test
    void findsTheModesOfTheDataItself() {
        TensorData data = around(0.05, 1000, -4, -2, 0, 2, 4);
        Map<String, Double> values = metric.measure(data, around(0.05, 999, -4, -2, 0, 2, 4));
        assertThat(values).containsEntry("modes", 5.0).containsEntry("modes.real", 5.0);
        // a point of two independent coordinates is within three deviations with probability 1 - exp(-9/2)
        assertThat(values.get("high-quality")).isCloseTo(1 - Math.exp(-4.5), within(0.01));
        assertThat(values.get("reverse-kl")).isCloseTo(0, within(1e-4));
    }

    @Test
    void countsAModeOnlyByASampleOfHighQuality() {
        TensorData data = around(0.05, 1000, -4, -2, 0, 2, 4);
        Map<String, Double> values = metric.measure(data, points(-4, 0, -2.1, 0, 0.3, 0, 2, 0.2));
        assertThat(values).containsEntry("modes", 2.0).containsEntry("high-quality", 0.5);
    }

    @Test
    void measuresTheDivergenceOfTheNearestModesFromThoseOfTheData() {
        TensorData data = around(0.05, 1000, 0, 2, 4, 6);
        // three samples at the first mode and one at the third, of four equal modes
        Map<String, Double> values = metric.measure(data, points(0, 0, 0.1, 0, -0.5, 0, 4, 0));
        double expected = 0.75 * Math.log(0.75 / 0.25) + 0.25 * Math.log(0.25 / 0.25);
        assertThat(values.get("reverse-kl")).isCloseTo(expected, within(1e-12));
    }

    @Test
    void findsNothingInDataWithoutSeparatedGroups() {
        assertThat(metric.measure(around(1, 500, 0), around(1, 500, 0))).isEmpty();
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        TensorData data = around(0.05, 100, 0, 2);
        assertThatThrownBy(() -> metric.measure(data, points(0, Double.NaN)))
                .hasMessage("modes needs finite numbers, but a sample is not: check the samples");
    }
}
