package org.gan4j.metrics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.junit.jupiter.api.Test;

class LinearProbeTest {
    private static final int ROWS = 300;
    private static final int[] LABELS = labels();

    private static int[] labels() {
        int[] labels = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            labels[i] = i % 3;
        }
        return labels;
    }

    /** Returns rows of noise, whose feature of the row's class is larger by a shift; the fourth feature is constant. */
    private static TensorData rows(double shift) {
        float[] values = RandomKey.of(3).normal(ROWS, 4).evaluate().toFloats();
        for (int i = 0; i < ROWS; i++) {
            values[4 * i + LABELS[i]] += (float) shift;
            values[4 * i + 3] = 7;
        }
        return TensorData.of(values, Shape.of(ROWS, 4));
    }

    @Test
    void classesThatAreApartAreToldAndNoiseIsGuessed() {
        LinearProbe apart = LinearProbe.trained(new ReferenceEngine(), rows(10), LABELS, 3);
        assertThat(apart.right(rows(10), LABELS)).isEqualTo(ROWS);
        LinearProbe noise = LinearProbe.trained(new ReferenceEngine(), rows(0), LABELS, 3);
        assertThat(noise.right(rows(0), LABELS)).isBetween(ROWS / 4, ROWS / 2);
    }

    /**
     * Of two groups at distance 2 on one feature of deviation 1, the share of the better side of the middle is Φ(1) =
     * 0.841, which no other rule exceeds.
     */
    @Test
    void theRuleIsAsGoodAsTheBestOne() {
        float[] values = RandomKey.of(5).normal(4000, 1).evaluate().toFloats();
        int[] labels = new int[4000];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 2;
            values[i] += 2 * labels[i];
        }
        TensorData rows = TensorData.of(values, Shape.of(4000, 1));
        LinearProbe probe = LinearProbe.trained(new ReferenceEngine(), rows, labels, 2);
        assertThat(probe.right(rows, labels) / 4000.0).isCloseTo(0.841, within(0.02));
    }

    @Test
    void rowsThatDoNotFitAreRefused() {
        ReferenceEngine engine = new ReferenceEngine();
        assertThatThrownBy(() -> LinearProbe.trained(engine, rows(1), new int[3], 3))
                .hasMessage("a probe needs features [N,F] of at least 10 labeled rows; there are 3 labels, and the"
                        + " features are [300, 4]");
        TensorData spoiled = TensorData.of(new float[] {1, 2, 3, 4, 5, 6, 7, Float.NaN, 9, 10}, Shape.of(10, 1));
        assertThatThrownBy(() -> LinearProbe.trained(engine, spoiled, new int[10], 2))
                .hasMessage("feature 0 has values that are not finite: check the network and the data");
        LinearProbe probe = LinearProbe.trained(engine, rows(1), LABELS, 3);
        assertThatThrownBy(() -> probe.classes(spoiled))
                .hasMessage("this probe knows 4 features, and the rows are [10, 1]: extract them in the same way");
    }
}
