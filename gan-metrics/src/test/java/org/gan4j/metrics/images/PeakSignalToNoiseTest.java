package org.gan4j.metrics.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Comparison;
import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class PeakSignalToNoiseTest {
    private final PeakSignalToNoise psnr = PeakSignalToNoise.standard();

    /** Images of one value each. */
    private static TensorData flat(double... values) {
        double[] all = new double[values.length * 6];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i / 6];
        }
        return TensorData.of(DType.FLOAT, all, Shape.of(values.length, 1, 2, 3));
    }

    @Test
    void aTenthOfThePeakIsTwentyDecibels() {
        var values = psnr.measure(flat(0.5, -1), flat(0.3, -0.98));
        assertThat(values.get("psnr")).isCloseTo((20 + 40) / 2., offset(1e-5));
        assertThat(values.get("psnr.error")).isCloseTo(10, offset(1e-5));
        assertThat(values.keySet()).containsExactly("psnr", "psnr.error");
    }

    @Test
    void equalImagesAreAtTheEndOfTheScale() {
        assertThat(psnr.measure(flat(0.5, -1), flat(0.5, -1))).containsEntry("psnr", 100.);
    }

    @Test
    void appliesToPairsOfImagesAlone() {
        Field image = new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, 8, 8));
        assertThat(psnr.appliesTo(comparison(image, Pairing.PAIRS))).isTrue();
        assertThat(psnr.appliesTo(comparison(image, Pairing.DISTRIBUTION))).isFalse();
        assertThat(psnr.appliesTo(comparison(new Field("sound", DType.FLOAT, Shape.of(1, 8)), Pairing.PAIRS)))
                .isFalse();
    }

    private static Comparison comparison(Field with, Pairing pairing) {
        return new Comparison(with, pairing, LatentSpace.none(), (rows, latents, weights) -> rows.get(with.name()));
    }

    @Test
    void samplesThatAreNoPairsAreRefused() {
        assertThatThrownBy(() -> psnr.measure(flat(0.5, 0.5), flat(0.5)))
                .hasMessage("psnr compares pairs of images, both [N,C,H,W] of the same shape; the shapes are"
                        + " [2, 1, 2, 3] and [1, 1, 2, 3]");
        assertThatThrownBy(() -> psnr.measure(flat(0.5), flat(0.5)))
                .hasMessage("psnr needs at least 2 pairs of images, not 1");
    }
}
