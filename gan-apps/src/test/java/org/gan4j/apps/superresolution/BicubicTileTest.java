package org.gan4j.apps.superresolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BicubicTileTest {
    /** By hand from Keys' kernel: at distance 0.25, the weights are -0.0703125, 0.8671875, 0.2265625, -0.0234375. */
    @Test
    void aStepBecomesKeysWeights() {
        int side = 8;
        float[] step = new float[side * side];
        for (int i = 0; i < step.length; i++) {
            step[i] = i % side < 4 ? 0 : 1;
        }
        float[] enlarged = new BicubicTile(side, 2).enlarge(step);
        double[] expected = {-0.0234375, -0.0703125, 0.203125, 0.796875, 1.0703125, 1.0234375};
        for (int y = 4; y < 12; y++) {
            for (int i = 0; i < expected.length; i++) {
                assertThat(enlarged[y * 16 + 5 + i]).isCloseTo((float) expected[i], within(1e-6f));
            }
        }
    }

    @Test
    void aSlopeStaysASlope() {
        int side = 10;
        float[] slope = new float[side * side];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = 0.1f * (i % side) + 0.01f * (i / side);
        }
        float[] enlarged = new BicubicTile(side, 3).enlarge(slope);
        for (int y = 6; y < 24; y++) {
            for (int x = 6; x < 24; x++) {
                double expected = 0.1 * ((x + 0.5) / 3 - 0.5) + 0.01 * ((y + 0.5) / 3 - 0.5);
                assertThat(enlarged[y * 30 + x]).isCloseTo((float) expected, within(1e-5f));
            }
        }
    }
}
