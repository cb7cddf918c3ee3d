package org.gan4j.dsl.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.dsl.inference.Latents;
import org.gan4j.dsl.inference.SampleRequest;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class LatentEditsTest {
    /** Samples are the latents themselves. */
    private static final LatentSampler SAME = new LatentSampler() {
        @Override
        public LatentSpace latents() {
            return LatentSpace.normal(2);
        }

        @Override
        public Shape sample() {
            return Shape.of(2);
        }

        @Override
        public TensorData samples(TensorData latents, Weights weights) {
            return latents;
        }
    };

    private static final TensorData FOUR = TensorData.of(new float[] {1, 0, 3, 0, 0, 2, 0, 6}, Shape.of(4, 2));

    @Test
    void arithmeticAndStrengthsAreValidated() {
        assertThatThrownBy(() -> new LatentArithmetic(List.of())).hasMessageContaining("at least one term");
        assertThatThrownBy(() -> new LatentArithmetic.Term(true, List.of())).hasMessageContaining("name at least one");
        assertThatThrownBy(() -> new LatentArithmetic.Term(true, List.of(-1))).hasMessageEndingWith("none of -1");
        assertThatThrownBy(() -> LatentArithmetic.parse("1+9999999"))
                .hasMessage("samples are numbered from 0 to 999999, so there is none of 9999999");
        EditRequest edit = EditRequest.of(new LatentEdit.Along(0), SampleRequest.of(1));
        assertThatThrownBy(() -> edit.strengths(1, Double.NaN))
                .hasMessage("the strengths of an edit must be finite, not NaN: 3 is usual");
    }

    @Test
    void eachRowOfTheGridIsASampleMovedAlongTheDirection() {
        Samples moved = new LatentEdits(SAME, Weights.LATEST)
                .along(new float[] {0, 1}, TensorData.of(new float[] {5, 0, 7, 1}, Shape.of(2, 2)), -1, 0, 2);
        assertThat(moved.columns()).hasValue(3);
        assertThat(moved.data().toFloats()).containsExactly(5, -1, 5, 0, 5, 2, 7, 0, 7, 1, 7, 3);
    }

    @Test
    void theWayTowardAClassIsTheDifferenceOfMeansOfLengthOne() {
        float[] way = LatentEdits.toward(FOUR, List.of(true, true, false, false));
        // means (2, 0) and (0, 4)
        assertThat(way)
                .containsExactly(new float[] {(float) (1 / Math.sqrt(5)), (float) (-2 / Math.sqrt(5))}, within(1e-6f));
        assertThatThrownBy(() -> LatentEdits.toward(FOUR, List.of(true, true, true, true)))
                .hasMessage(
                        "a direction leads from some samples to others, but 4 of 4 samples are wished and 0 are not:"
                                + " take more samples, or another class");
    }

    @Test
    void arithmeticAddsAndSubtractsMeans() {
        Latents latents = new Latents(LatentSpace.normal(2), 3, OptionalDouble.empty());
        float[] z = latents.rows(0, 6);
        float[] all = LatentArithmetic.parse("0, 2 - 5+4").of(latents).toFloats();
        assertThat(all).hasSize(8);
        assertThat(all[0]).isCloseTo((z[0] + z[4]) / 2, within(1e-6f));
        assertThat(all[3]).isEqualTo(z[11]);
        assertThat(all[7]).isCloseTo((z[1] + z[5]) / 2 - z[11] + z[9], within(1e-6f));
        assertThat(LatentArithmetic.parse("-1").terms()).containsExactly(new LatentArithmetic.Term(false, List.of(1)));
    }

    @Test
    void whatIsNoArithmeticIsRefused() {
        assertThat(List.of("", "a+b", "1,,2", "1+", "1 2")).allSatisfy(text -> assertThatThrownBy(
                        () -> LatentArithmetic.parse(text))
                .hasMessage("\"" + text + "\" is no arithmetic of samples: add and subtract their numbers, as in"
                        + " 3,8,21-0,4,5+7,9,30"));
    }

    @Test
    void directionsOfOtherSpacesAreRefused() {
        assertThatThrownBy(() -> new LatentEdits(SAME, Weights.LATEST).along(new float[3], FOUR, 1))
                .hasMessageStartingWith("this generator has 2 latents; a direction of 3 numbers, latents [4, 2] and 1"
                        + " strengths do not fit");
    }
}
