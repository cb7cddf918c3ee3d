package org.gan4j.api.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModeNormalizationTest {
    private final ModeNormalization normalization =
            new ModeNormalization(new Mixture(List.of(new Mixture.Mode(0.5, 0, 1), new Mixture.Mode(0.5, 10, 2))));

    private float[] encoded(double x, double draw) {
        float[] into = new float[1 + normalization.width()];
        normalization.encode(x, draw, into, 1);
        return into;
    }

    @Test
    void aNumberIsItsDistanceFromItsMode() {
        assertThat(encoded(12, 0.5)).containsExactly(0, 0.25f, 0, 1); // (12 - 10) / (4 · 2)
        assertThat(encoded(-2, 0.5)).containsExactly(0, -0.5f, 1, 0);
    }

    @Test
    void theModeIsDrawnByItsProbability() {
        // at x = 10/3, both have the same distance in deviations, so the narrower has 2/3
        assertThat(encoded(10 / 3.0, 0.66)).endsWith(1, 0);
        assertThat(encoded(10 / 3.0, 0.67)).endsWith(0, 1);
    }

    @Test
    void numbersComeBack() {
        for (double x : new double[] {-3.5, 0, 3, 7.25, 17}) {
            assertThat(normalization.decode(encoded(x, 0.5), 1)).isCloseTo(x, within(1e-5));
        }
    }

    /** 0 and 3 are frequent values; the rest is normal around 0. */
    @Test
    void frequentValuesComeBackExactly() {
        ModeNormalization mixed = new ModeNormalization(new Mixture(
                List.of(new Mixture.Mode(0.5, 0, 0), new Mixture.Mode(0.2, 3, 0), new Mixture.Mode(0.3, 0, 1))));
        float[] into = new float[4];
        mixed.encode(3, 0.99, into, 0);
        assertThat(into).containsExactly(0, 0, 1, 0);
        assertThat(mixed.decode(into, 0)).isEqualTo(3);
        mixed.encode(0, 0.99, into, 0);
        assertThat(into).containsExactly(0, 1, 0, 0);
        mixed.encode(2, 0, into, 0);
        assertThat(into).containsExactly(0.5f, 0, 0, 1); // 2 / (4 · 1)
        assertThat(mixed.decode(new float[] {0.7f, 0, 1, 0}, 0)).isEqualTo(3);
    }

    @Test
    void ofFrequentValuesAloneTheNearestIsTaken() {
        ModeNormalization values =
                new ModeNormalization(new Mixture(List.of(new Mixture.Mode(0.5, 1, 0), new Mixture.Mode(0.5, 7, 0))));
        float[] into = new float[3];
        values.encode(5, 0.1, into, 0);
        assertThat(into).containsExactly(0, 0, 1);
    }

    @Test
    void numbersFarFromAllModesAreBroughtNearer() {
        assertThat(normalization.decode(encoded(1e6, 0.5), 1)).isCloseTo(10 + 0.99 * 8, within(1e-5));
        assertThat(normalization.decode(new float[] {0, 7, 1, 0}, 1)).isEqualTo(4); // α = 1 at most
    }
}
