package org.gan4j.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhiloxTest {
    private static final int MANY = 200_000;

    /** philox4x32 10, from Random123's kat_vectors. */
    @Test
    void givesTheKnownAnswersOfRandom123() {
        assertThat(Philox.block(0, 0, 0, 0, 0, 0)).containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
        assertThat(Philox.block(-1, -1, -1, -1, -1, -1))
                .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
        assertThat(Philox.block(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0))
                .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
    }

    @Test
    void anyPartCanBeDrawnAlone() {
        float[] whole = new float[64];
        new Philox(7, "a", 3).normals(0, whole, 64);
        float[] wholeUniform = new float[64];
        new Philox(7, "a", 3).uniforms(0, wholeUniform, 64);
        for (int from = 0; from < 9; from++) {
            for (int length = 0; length < 9; length++) {
                float[] part = new float[length];
                new Philox(7, "a", 3).normals(from, part, length);
                assertThat(part).containsExactly(Arrays.copyOfRange(whole, from, from + length));
                new Philox(7, "a", 3).uniforms(from, part, length);
                assertThat(part).containsExactly(Arrays.copyOfRange(wholeUniform, from, from + length));
            }
        }
    }

    @Test
    void uniformsFillZeroToOneEvenly() {
        float[] drawn = new float[MANY];
        new Philox(1, "uniform", 0).uniforms(0, drawn, MANY);
        int[] tenths = new int[10];
        for (float value : drawn) {
            assertThat(value).isBetween(0f, Math.nextDown(1f));
            tenths[(int) (value * 10)]++;
        }
        for (int count : tenths) {
            assertThat(count).isBetween(MANY / 10 - 700, MANY / 10 + 700);
        }
    }

    @Test
    void normalsHaveTheMomentsOfNormals() {
        float[] drawn = new float[MANY];
        new Philox(1, "normal", 0).normals(0, drawn, MANY);
        assertThat(moment(drawn, 1)).isBetween(-0.01, 0.01);
        assertThat(moment(drawn, 2)).isBetween(0.985, 1.015);
        assertThat(moment(drawn, 3)).isBetween(-0.04, 0.04);
        assertThat(moment(drawn, 4)).isBetween(2.9, 3.1);
        double neighbors = IntStream.range(1, MANY)
                        .mapToDouble(i -> drawn[i] * (double) drawn[i - 1])
                        .sum()
                / MANY;
        assertThat(neighbors).isBetween(-0.01, 0.01);
    }

    /** Changing these numbers breaks the resumption of every checkpoint. */
    @Test
    void theStreamsAreFrozen() {
        float[] drawn = new float[3];
        new Philox(42, "critic.1/latent", 7).uniforms(0, drawn, 3);
        assertThat(drawn).containsExactly(0.77515644f, 0.96812475f, 0.4450159f);
        new Philox(42, "critic.1/latent", 7).normals(0, drawn, 3);
        assertThat(drawn).containsExactly(-0.5203364f, 1.2536651f, 0.56320494f);
    }

    private static double moment(float[] drawn, int power) {
        double sum = 0;
        for (float value : drawn) {
            sum += Math.pow(value, power);
        }
        return sum / drawn.length;
    }
}
