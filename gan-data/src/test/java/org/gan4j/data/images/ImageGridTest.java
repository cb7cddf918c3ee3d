package org.gan4j.data.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class ImageGridTest {
    @Test
    void everyGrayLevelIsPreserved() {
        float[] values = new float[256];
        for (int i = 0; i < 256; i++) {
            values[i] = i / 127.5f - 1;
        }
        BufferedImage image = ImageGrid.single(TensorData.of(values, Shape.of(1, 1, 16, 16)), 0);
        assertThat(image.getRaster().getPixels(0, 0, 16, 16, (int[]) null))
                .containsExactly(IntStream.range(0, 256).toArray());
    }

    @Test
    void clipsValuesOutsideTheRange() {
        float[] values = {-7, 7, Float.NaN, Float.POSITIVE_INFINITY};
        BufferedImage image = ImageGrid.single(TensorData.of(values, Shape.of(1, 1, 2, 2)), 0);
        assertThat(image.getRaster().getPixels(0, 0, 2, 2, (int[]) null)).containsExactly(0, 255, 0, 255);
    }

    @Test
    void colorsAreRedGreenBlue() {
        float[] values = {1, -1, -1, -1, 1, 0.6f};
        BufferedImage image = ImageGrid.single(TensorData.of(values, Shape.of(2, 3, 1, 1)), 1);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFF00FFCC);
        assertThat(ImageGrid.single(TensorData.of(values, Shape.of(2, 3, 1, 1)), 0)
                        .getRGB(0, 0))
                .isEqualTo(0xFFFF0000);
    }

    @Test
    void imagesStandRowByRowTwoPixelsApart() {
        BufferedImage grid = ImageGrid.of(TensorData.of(new float[] {1, 1, 1, 1, 1}, Shape.of(5, 1, 1, 1)));
        assertThat(grid.getWidth()).isEqualTo(3 * (1 + 2) + 2);
        assertThat(grid.getHeight()).isEqualTo(2 * (1 + 2) + 2);
        for (int y = 0; y < grid.getHeight(); y++) {
            for (int x = 0; x < grid.getWidth(); x++) {
                boolean filled = x % 3 == 2 && y % 3 == 2 && !(x == 8 && y == 5);
                assertThat(grid.getRaster().getSample(x, y, 0)).isEqualTo(filled ? 255 : 48);
            }
        }
    }

    @Test
    void columnsCanBeGiven() {
        TensorData three = TensorData.of(new float[3 * 4 * 5], Shape.of(3, 1, 4, 5));
        BufferedImage column = ImageGrid.of(three, 1);
        assertThat(column.getWidth()).isEqualTo(5 + 4);
        assertThat(column.getHeight()).isEqualTo(3 * 6 + 2);
        assertThat(ImageGrid.of(three, 100).getWidth()).isEqualTo(3 * 7 + 2);
    }

    @Test
    void rejectsDataThatAreNotImages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageGrid.of(TensorData.of(new float[8], Shape.of(1, 2, 2, 2))))
                .withMessageContaining("C = 1 (gray) or 3")
                .withMessageContaining("[1, 2, 2, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageGrid.of(TensorData.of(new float[8], Shape.of(1, 8))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageGrid.of(TensorData.of(new float[4], Shape.of(1, 1, 2, 2)), 0))
                .withMessageContaining("at least 1 column");
    }
}
