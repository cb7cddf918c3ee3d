package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class LatentDirectionsTest {
    private static final double ANGLE = 0.6;

    /** x = (5 u + v², u², w) with u and v the latents turned by an angle: the first direction is that of u, then w. */
    private static final LatentSampler TURNED = new LatentSampler() {
        @Override
        public LatentSpace latents() {
            return LatentSpace.normal(3);
        }

        @Override
        public Shape sample() {
            return Shape.of(3);
        }

        @Override
        public TensorData samples(TensorData latents, Weights weights) {
            float[] z = latents.toFloats();
            float[] x = new float[z.length];
            for (int i = 0; i < z.length; i += 3) {
                double u = Math.cos(ANGLE) * z[i] + Math.sin(ANGLE) * z[i + 1];
                double v = -Math.sin(ANGLE) * z[i] + Math.cos(ANGLE) * z[i + 1];
                x[i] = (float) (5 * u + v * v);
                x[i + 1] = (float) (u * u);
                x[i + 2] = z[i + 2];
            }
            return TensorData.of(x, Shape.of(z.length / 3, 3));
        }
    };

    private static LatentDirections directions(int pairs) {
        return LatentDirections.of(TURNED, Weights.LATEST, 1, pairs, 2);
    }

    @Test
    void theyAreThoseAlongWhichSamplesChangeMost() {
        LatentDirections found = directions(4000);
        assertThat(found.count()).isEqualTo(2);
        float[] first = found.direction(0);
        assertThat(first[0]).isCloseTo((float) Math.cos(ANGLE), within(0.02f));
        assertThat(first[1]).isCloseTo((float) Math.sin(ANGLE), within(0.02f));
        assertThat(first[2]).isCloseTo(0f, within(0.02f));
        assertThat(found.direction(1)[2]).isCloseTo(1f, within(0.02f));
    }

    @Test
    void theyAreOrthogonalAndOfLengthOne() {
        LatentDirections found = directions(100);
        double dot = 0;
        double length = 0;
        for (int i = 0; i < 3; i++) {
            dot += found.direction(0)[i] * found.direction(1)[i];
            length += found.direction(0)[i] * found.direction(0)[i];
        }
        assertThat(dot).isCloseTo(0, within(1e-6));
        assertThat(length).isCloseTo(1, within(1e-6));
    }

    @Test
    void equalSeedsFindEqualDirections() {
        assertThat(directions(70).direction(0)).containsExactly(directions(70).direction(0));
    }

    @Test
    void tooFewPairsAreRefused() {
        assertThatThrownBy(() -> directions(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("directions of 3 latents need at least as many pairs of samples, not 2");
    }
}
