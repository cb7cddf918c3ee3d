package org.gan4j.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.gan4j.metrics.ScoreOracle;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnPairsTest {
    /** E exp(−‖x − y‖²/2) of normal x and y in three dimensions: (1/(1 + 2))^1.5. */
    private static final double MEAN = Math.pow(3, -1.5);

    private static final int REPEATS = 200;

    /** Pairs repeat by 10 samples, which have 45; by 2,000 samples, hardly any sample repeats. */
    @ParameterizedTest
    @CsvSource({"10, 0.80, 0.99", "30, 0.88, 0.99", "300, 0.90, 0.99", "2000, 0.90, 0.99"})
    void theIntervalContainsTheMean(int samples, double least, double most) {
        int contained = 0;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            DrawnPairs drawn = drawn(samples, repeat);
            double error = drawn.error(samples).orElseThrow();
            contained += Math.abs(drawn.mean() - MEAN) <= 1.96 * error ? 1 : 0;
        }
        assertThat(contained / (double) REPEATS).isBetween(least, most);
    }

    private static DrawnPairs drawn(int samples, int repeat) {
        TensorData points = ScoreOracle.normals("pairs" + samples + " " + repeat, samples, 3, 0, 1);
        Draw draw = new Draw(repeat, "pairs");
        int[][] pairs = new int[1000][];
        double[] values = new double[pairs.length];
        for (int p = 0; p < pairs.length; p++) {
            int first = draw.below(samples);
            int other = draw.below(samples - 1);
            pairs[p] = new int[] {first, other < first ? other : other + 1};
            for (int k = 0; k < 3; k++) {
                double step = points.get(3 * pairs[p][0] + k) - points.get(3 * pairs[p][1] + k);
                values[p] -= step * step / 2;
            }
            values[p] = Math.exp(values[p]);
        }
        return new DrawnPairs(pairs, values);
    }

    @Test
    void withoutASampleInCommonPairsAreIndependent() {
        int[][] pairs = {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {8, 9}};
        double[] values = {1, 2, 4, 8, 16};
        // Σ e² / (5 · 4), the error of a mean
        assertThat(new DrawnPairs(pairs, values).error(10).orElseThrow()).isCloseTo(Means.error(values), offset(1e-12));
    }

    @Test
    void equalValuesHaveNoErrorAndFewSamplesNoneThatIsKnown() {
        assertThat(new DrawnPairs(new int[][] {{0, 1}, {2, 3}, {1, 0}}, new double[] {1, 1, 1}).error(10))
                .hasValue(0);
        assertThat(new DrawnPairs(new int[][] {{0, 1}, {2, 3}}, new double[] {1, 2}).error(9))
                .isEmpty();
        assertThat(new DrawnPairs(new int[][] {{0, 1}, {1, 0}}, new double[] {1, 1}).error(20))
                .isEmpty();
    }
}
