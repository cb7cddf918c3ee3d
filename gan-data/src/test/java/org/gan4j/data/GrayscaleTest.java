package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class GrayscaleTest {
    /** Two images of two pixels: red and white, blue and black. */
    private static final DataSource COLORS = DataSource.of(
                    new float[][] {{1, 1, -1, 1, -1, 1}, {-1, -1, -1, -1, 1, -1}}, 3, 1, 2)
            .withLabels(0, 1);

    private static float[] images(DataSource source, int... indices) {
        try (Dataset data = source.open()) {
            return data.read(indices).get(Field.IMAGE).toFloats();
        }
    }

    /** The weights of ITU-R BT.601: red is 0.299 of white, blue 0.114. */
    @Test
    void imagesBecomeTheirLumaInEachChannel() {
        float red = 2 * 0.299f - 1;
        float blue = 2 * 0.114f - 1;
        assertThat(images(Grayscale.of(COLORS), 1, 0))
                .containsExactly(new float[] {blue, -1, blue, -1, blue, -1, red, 1, red, 1, red, 1}, within(1e-6f));
        assertThat(images(new Grayscale(COLORS, 1), 0)).containsExactly(new float[] {red, 1}, within(1e-6f));
    }

    @Test
    void grayImagesMayBecomeOnesOfThreeChannels() {
        DataSource gray = DataSource.of(new float[][] {{0.5f, -0.25f}}, 1, 2, 1);
        assertThat(images(Grayscale.of(gray), 0)).containsExactly(0.5f, -0.25f);
        assertThat(images(new Grayscale(gray, 3), 0)).containsExactly(0.5f, -0.25f, 0.5f, -0.25f, 0.5f, -0.25f);
    }

    @Test
    void theOtherFieldsStay() {
        try (Dataset data = new Grayscale(COLORS, 1).open()) {
            assertThat(data.fields()).extracting(Field::name).containsExactly("image", "label");
            assertThat(data.field("image").shape()).isEqualTo(Shape.of(1, 1, 2));
            assertThat(data.size()).isEqualTo(2);
            assertThat(data.classes()).containsExactly("0", "1");
            assertThat(data.transformed()).containsExactly("image");
            assertThat(data.read(1, 0).get("label").toInts()).containsExactly(1, 0);
        }
        assertThat(new Grayscale(COLORS, 1).over(FashionMnist.embedded()))
                .isEqualTo(new Grayscale(FashionMnist.embedded(), 1));
    }

    @Test
    void rejectsInvalidSettingsAndUnusableData() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grayscale(COLORS, 2))
                .withMessage("gray images have 1 or 3 channels, or 0 to keep their number, not 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Grayscale.of(DataSource.of(new float[2][8], 2, 2, 2)).open())
                .withMessage("the images of array, FLOAT [2, 2, 2], cannot be made gray: choose data with images, FLOAT"
                        + " [1,H,W] or [3,H,W]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grayscale.of(DataSource.of(new float[2][3])).open())
                .withMessageContaining("FLOAT [3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Grayscale.of(new Unpaired(COLORS, COLORS)).open())
                .withMessage("the data unpaired of gray images have several partitions: make one of them gray");
    }
}
