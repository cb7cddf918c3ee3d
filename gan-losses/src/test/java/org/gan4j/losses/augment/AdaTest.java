package org.gan4j.losses.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;

class AdaTest {
    private static final DiffAugment INNER = DiffAugment.all();
    private static final Ada FAST = Ada.of(INNER).images(16);
    /** 9 of 10 positive: a mean sign of 0.8. */
    private static final Tensor SURE = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, -1}, 10);
    /** 8 of 10 positive: a mean sign of 0.6. */
    private static final Tensor RIGHT = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, -9, -1}, 10);
    /** 7 of 10 positive: a mean sign of 0.4. */
    private static final Tensor UNSURE = Tensor.of(new float[] {1, 2, 3, 4, 5, 6, 7, -8, -9, -1}, 10);

    private static double next(Ada ada, double strength, Tensor scores) {
        return ada.next(Tensor.full(strength), scores, Tensor.zeros(10))
                .evaluate()
                .item();
    }

    @Test
    void beginsAtZeroAndMovesByTheBatchOverTheImagesTowardTheTarget() {
        assertThat(FAST.initialStrength()).hasValue(0);
        // p + sign(r - 0.6) 10/16, from 0 to 1
        double p = 0;
        double[] expected = {0.625, 1, 0.375, 0, 0, 0.625};
        Tensor[] scores = {SURE, SURE, UNSURE, UNSURE, UNSURE, SURE};
        for (int i = 0; i < expected.length; i++) {
            p = next(FAST, p, scores[i]);
            assertThat(p).as("update %d", i).isEqualTo(expected[i]);
        }
    }

    @Test
    void staysWhereTheMeanSignIsTheTarget() {
        assertThat(next(FAST.target(0), 0.25, Tensor.of(new float[] {3, -1, 2, -5}, 4)))
                .isEqualTo(0.25);
        assertThat(next(FAST.target(0.5), 0.25, RIGHT)).isEqualTo(0.875);
    }

    @Test
    void takesHalfAMillionImagesFromNoneToFullByDefault() {
        assertThat(next(Ada.of(INNER), 0.5, SURE)).isEqualTo(0.5 + 10 / 500_000.0, within(1e-7));
        assertThat(next(Ada.of(INNER), 0.5, UNSURE)).isEqualTo(0.5 - 10 / 500_000.0, within(1e-7));
    }

    @Test
    void countsScoresOfPatchesByTheirImages() {
        Tensor patches = Tensor.ones(4, 1, 3, 3);
        assertThat(next(FAST, 0, patches)).isEqualTo(0.25);
    }

    @Test
    void changesSamplesAsTheOtherAugmentationDoes() {
        Tensor images = RandomKey.of(3).normal(4, 3, 8, 8);
        Tensor strength = Tensor.full(0.5);
        assertThat(FAST.apply(images, RandomKey.of(5), strength).evaluate())
                .isEqualTo(INNER.apply(images, RandomKey.of(5), strength).evaluate());
    }

    @Test
    void itsGradientsAgreeWithFiniteDifferences() {
        Tensor images = RandomKey.of(4).normal(2, 1, 4, 4).cast(DType.DOUBLE);
        Function<Tensor, Tensor> cubes = x -> Ada.of(PixelBlitting.all())
                .apply(x, RandomKey.of(5), Tensor.full(0.7))
                .pow(3)
                .mean();
        GradientCheck.of(in -> cubes.apply(in.get(0)), images.named("images"))
                .order(2)
                .holds();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> new Ada(null, 0.6, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but has none; give it one, as in \"of: diff-augment\"");
        assertThatThrownBy(() -> Ada.of(new InstanceNoise(1, 10)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("but instance-noise adapts its own");
        assertThatThrownBy(() -> FAST.target(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from -1 to 1, not 1.5");
        assertThatThrownBy(() -> FAST.images(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1, not 0");
    }
}
