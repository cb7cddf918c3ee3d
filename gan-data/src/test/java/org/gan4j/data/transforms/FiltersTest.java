package org.gan4j.data.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.gan4j.api.data.Transform;
import org.gan4j.data.Oracle;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {
    private static final Offset<Float> CLOSE = Offset.offset(2e-6f);
    private static final Philox RANDOM = new Philox(1, "test", 0);

    @ParameterizedTest
    @ValueSource(ints = {3, 5})
    void mediansAreNumpys(int window) {
        TensorData filtered = new Median(window).apply(Oracle.array("images"), RANDOM);
        assertThat(filtered).isEqualTo(Oracle.array("median-" + window));
    }

    @Test
    void blurIsNumpysConvolution() {
        TensorData blurred = new Blur(0.6).apply(Oracle.array("images"), RANDOM);
        assertThat(blurred.toFloats()).containsExactly(Oracle.array("blur-0.6").toFloats(), CLOSE);
    }

    @Test
    void cropsAreTorchsGridSample() {
        Planes images = Planes.copyOf(Oracle.array("images"));
        float[] to = new float[images.values().length];
        Crop.enlarge(images, 1, 0.75f, 0.5f, 0.625f, to);
        assertThat(second(to)).containsExactly(Oracle.array("crop").toFloats(), CLOSE);
    }

    @Test
    void colorsFollowTheFormula() {
        Planes images = Planes.copyOf(Oracle.array("images"));
        Color.change(images, 1, 1.25f, 0.75f, 1.5f);
        assertThat(second(images.values()))
                .containsExactly(Oracle.array("colour").toFloats(), CLOSE);
    }

    @Test
    void normalizingStretchesEachImage() {
        TensorData images = TensorData.of(new float[] {0, 0.5f, 0.25f, 0.1f, 0.1f, 0.1f}, Shape.of(2, 1, 1, 3));
        assertThat(new Normalize().apply(images, RANDOM).toFloats()).containsExactly(-1, 1, 0, 0, 0, 0);
    }

    @Test
    void anImageOfOnePixelStays() {
        TensorData pixel = TensorData.of(new float[] {0.25f}, Shape.of(1, 1, 1, 1));
        for (Transform transform :
                new Transform[] {new Median(3), new Blur(2), new Shift(1), new Crop(0.1), new Flip(1, 1)}) {
            assertThat(transform.apply(pixel, RANDOM).toFloats())
                    .as(transform.name())
                    .containsExactly(new float[] {0.25f}, CLOSE);
        }
    }

    @Test
    void rejectsInvalidSettings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Median(4))
                .withMessageContaining("must be odd")
                .withMessageContaining("4");
        assertThatIllegalArgumentException().isThrownBy(() -> new Blur(0)).withMessageContaining("above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Flip(1.5, 0))
                .withMessageContaining("from 0.0 to 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shift(Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new Crop(0)).withMessageContaining("above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Color(0, 2, 0))
                .withMessageContaining("contrast");
    }

    private static float[] second(float[] two) {
        return Arrays.copyOfRange(two, two.length / 2, two.length);
    }
}
