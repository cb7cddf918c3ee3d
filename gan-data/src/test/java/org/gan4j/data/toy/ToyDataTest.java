package org.gan4j.data.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.junit.jupiter.api.Test;

class ToyDataTest {
    private static double[] points(DataSource source) {
        try (Dataset data = source.open()) {
            return data.read(IntStream.range(0, data.size()).toArray())
                    .get(Field.IMAGE)
                    .toDoubles();
        }
    }

    @Test
    void theGridHasItsModesWithEqualSharesAndTheDeviation() {
        double[] points = points(new GaussianGrid(5, 2, 0.05, 20_000, 3));
        int[] counts = new int[25];
        double squares = 0;
        for (int i = 0; i < points.length; i += 2) {
            long x = Math.round(points[i] / 2);
            long y = Math.round(points[i + 1] / 2);
            counts[(int) (5 * (x + 2) + y + 2)]++;
            squares += Math.pow(points[i] - 2 * x, 2) + Math.pow(points[i + 1] - 2 * y, 2);
        }
        // five standard deviations of a count of 20,000 draws with probability 1/25
        assertThat(Arrays.stream(counts)).allSatisfy(count -> assertThat(count).isBetween(800 - 139, 800 + 139));
        assertThat(Math.sqrt(squares / points.length)).isCloseTo(0.05, within(0.001));
    }

    @Test
    void theRingHasItsModesOnTheCircle() {
        double[] points = points(new GaussianRing(8, 2, 0, 800, 3));
        for (int i = 0; i < points.length; i += 2) {
            assertThat(Math.hypot(points[i], points[i + 1])).isCloseTo(2, within(1e-6));
            double turns = Math.atan2(points[i + 1], points[i]) / (2 * Math.PI) * 8;
            assertThat(turns).isCloseTo(Math.rint(turns), within(1e-5));
        }
    }

    @Test
    void theSameSeedDrawsTheSamePoints() {
        assertThat(points(new GaussianGrid(2, 1, 1, 50, 1))).isEqualTo(points(new GaussianGrid(2, 1, 1, 50, 1)));
        assertThat(points(new GaussianGrid(2, 1, 1, 50, 1))).isNotEqualTo(points(new GaussianGrid(2, 1, 1, 50, 2)));
    }

    @Test
    void aPointIsTheSameNumberAgainAndAgain() {
        assertThat(points(new Point(0.5, 3))).containsExactly(0.5, 0.5, 0.5);
    }

    @Test
    void refusesDataWithoutPoints() {
        assertThatThrownBy(() -> new GaussianRing(0, 1, 1, 1, 1))
                .hasMessage("the data gaussian-ring need at least one mode and one sample, a distance above 0 and a"
                        + " deviation of at least 0; got 0 modes, 1 samples, a distance of 1.0 and a deviation of 1.0");
        assertThatThrownBy(() -> new Point(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
