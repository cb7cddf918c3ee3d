package org.gan4j.losses.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.ShapeException;
import org.gan4j.tensor.Tensor;
import org.gan4j.testkit.GradientCheck;
import org.junit.jupiter.api.Test;

/** Pixels are only copied, so all numbers are exact: those of NumPy's fliplr, rot90 and pad in the mode "reflect". */
class PixelBlittingTest {
    private static final Tensor FULL = Tensor.full(1);

    private static Tensor squares(int count) {
        Tensor one = Tensor.arange(9).cast(DType.FLOAT).reshape(1, 1, 3, 3);
        return Tensor.ones(count, 1, 1, 1).mul(one);
    }

    private static Tensor numbers(float... each) {
        return Tensor.of(each, each.length, 1, 1, 1);
    }

    private static double[] image(Tensor images, int index) {
        int size = images.shape().size() / images.shape().dim(0);
        return Arrays.copyOfRange(images.toDoubles(), index * size, (index + 1) * size);
    }

    @Test
    void flipsTheChosenImages() {
        Tensor changed = PixelBlitting.flipped(squares(2), numbers(0, 1));
        assertThat(image(changed, 0)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(image(changed, 1)).containsExactly(2, 1, 0, 5, 4, 3, 8, 7, 6);
    }

    @Test
    void rotatesCounterclockwise() {
        Tensor changed = PixelBlitting.rotated(squares(4), numbers(0, 1, 2, 3));
        assertThat(image(changed, 0)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(image(changed, 1)).containsExactly(2, 5, 8, 1, 4, 7, 0, 3, 6);
        assertThat(image(changed, 2)).containsExactly(8, 7, 6, 5, 4, 3, 2, 1, 0);
        assertThat(image(changed, 3)).containsExactly(6, 3, 0, 7, 4, 1, 8, 5, 2);
    }

    @Test
    void translatesWithMirroredEdges() {
        Tensor row = Tensor.of(new float[] {0, 1, 2, 3, 0, 1, 2, 3}, 2, 1, 1, 4);
        Tensor changed = PixelBlitting.translated(row, numbers(0, 0), numbers(2, -1));
        assertThat(image(changed, 0)).containsExactly(2, 3, 2, 1);
        assertThat(image(changed, 1)).containsExactly(1, 0, 1, 2);
    }

    @Test
    void aStrengthOfZeroChangesNothing() {
        Tensor images = RandomKey.of(3).normal(4, 2, 8, 8);
        assertThat(PixelBlitting.all()
                        .apply(images, RandomKey.of(5), Tensor.full(0))
                        .evaluate())
                .isEqualTo(images.evaluate());
    }

    @Test
    void drawsEachFlipAndRotationEquallyOften() {
        int count = 800;
        Tensor changed = new PixelBlitting(true, true, false).apply(squares(count), RandomKey.of(5), FULL);
        // the upper two corners tell all eight apart; the standard deviation of a count is 9.4
        int[] seen = new int[81];
        for (int i = 0; i < count; i++) {
            double[] image = image(changed, i);
            seen[(int) (9 * image[0] + image[2])]++;
        }
        assertThat(Arrays.stream(seen).filter(each -> each > 0).boxed())
                .hasSize(8)
                .allMatch(each -> each >= 65 && each <= 135);
    }

    @Test
    void itsGradientsAgreeWithFiniteDifferences() {
        Tensor images = RandomKey.of(4).normal(2, 1, 4, 4).cast(DType.DOUBLE);
        GradientCheck.of(
                        in -> PixelBlitting.all()
                                .apply(in.get(0), RandomKey.of(5), FULL)
                                .pow(3)
                                .mean(),
                        images.named("images"))
                .order(2)
                .holds();
    }

    @Test
    void saysWhatDoesNotFit() {
        assertThatThrownBy(() -> PixelBlitting.all().apply(Tensor.ones(4, 3), RandomKey.of(1), FULL))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("pixel-blitting changes images [N,C,H,W], but the samples are [4, 3]");
        assertThatThrownBy(() -> PixelBlitting.all().apply(Tensor.ones(4, 3, 4, 6), RandomKey.of(1), FULL))
                .isInstanceOf(ShapeException.class)
                .hasMessageContaining("turn off rotation");
        assertThat(new PixelBlitting(true, false, true)
                        .apply(Tensor.ones(4, 3, 4, 6), RandomKey.of(1), FULL)
                        .shape()
                        .dims())
                .containsExactly(4, 3, 4, 6);
        assertThatThrownBy(() -> new PixelBlitting(false, false, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pixel-blitting changes nothing");
    }
}
