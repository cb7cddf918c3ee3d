package org.gan4j.apps.translation;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.InMemoryData;

/** Six images of 8×8 by a formula, as two domains. */
final class TinyPairs {
    private static final int IMAGES = 6;

    private TinyPairs() {}

    /** Returns images of this many channels whose values are a sine of their position. */
    static InMemoryData waves(double frequency, int channels) {
        return DataSource.of(values(frequency, channels), channels, 8, 8);
    }

    /** Returns color images with gray sources. */
    static DataSource paired() {
        return waves(1, 3).with(Pix2Pix.SOURCE, values(0.5, 1), 1, 8, 8);
    }

    private static float[][] values(double frequency, int channels) {
        float[][] values = new float[IMAGES][channels * 64];
        for (int i = 0; i < IMAGES; i++) {
            for (int j = 0; j < values[i].length; j++) {
                values[i][j] = (float) Math.sin(frequency * (i * 64 + j));
            }
        }
        return values;
    }
}
