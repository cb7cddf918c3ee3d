package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.gan4j.api.latents.LatentSpace;
import org.junit.jupiter.api.Test;

class LatentWalkTest {
    private static final int SIZE = 20;

    private static float[] frame(float[] walk, int frame) {
        return Arrays.copyOfRange(walk, frame * SIZE, (frame + 1) * SIZE);
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void aWalkPassesItsSamplesAndReturnsWithoutAJump() {
        Latents latents = new Latents(LatentSpace.normal(SIZE), 3, OptionalDouble.empty());
        float[] walk = new LatentWalk(SampleRequest.of(4), 48).through(latents);
        float[] keys = latents.rows(0, 4);
        for (int key = 0; key < 4; key++) {
            assertThat(frame(walk, 12 * key)).containsExactly(frame(keys, key), within(1e-5f));
        }
        double most = 0;
        for (int i = 0; i < 48; i++) {
            most = Math.max(most, distance(frame(walk, i), frame(walk, (i + 1) % 48)));
        }
        double longest = 0;
        for (int key = 0; key < 4; key++) {
            longest = Math.max(longest, distance(frame(keys, key), frame(keys, (key + 1) % 4)));
        }
        assertThat(most).isBetween(longest / 12, 2 * longest / 12);
    }

    @Test
    void aWalkPassesASampleASecond() {
        assertThat(LatentWalk.of(60).keys().count()).isEqualTo(5);
        assertThat(LatentWalk.of(10).seed(7).keys())
                .isEqualTo(SampleRequest.of(2).seed(7));
    }

    @Test
    void whatIsNoWalkIsRefused() {
        assertThatThrownBy(() -> LatentWalk.of(1))
                .hasMessage("a walk of 1 frames through 2 samples is none: it needs at least 2 samples, and a frame for"
                        + " each; 12 frames each are usual");
        assertThatThrownBy(() -> new LatentWalk(SampleRequest.of(1), 20)).hasMessageContaining("through 1 samples");
        assertThatThrownBy(() -> new LatentWalk(SampleRequest.of(4).texts("a bird"), 20))
                .hasMessage("a walk leads through samples of one label, or of none: leave out the texts");
    }
}
