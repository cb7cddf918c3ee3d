package org.gan4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.data.images.PixelRows;
import org.gan4j.data.Oracle;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CenterSquareTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7})
    void everyPixelIsTheAverageOfItsArea(int size) {
        TensorData photo = Oracle.array("photo");
        BufferedImage image = new BufferedImage(10, 7, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 7; y++) {
            for (int x = 0; x < 10; x++) {
                for (int band = 0; band < 3; band++) {
                    image.getRaster().setSample(x, y, band, photo.get((y * 10 + x) * 3 + band));
                }
            }
        }
        PixelImage small = CenterSquare.of(PixelRows.of(image), size);
        TensorData expected = Oracle.array("photo-" + size);
        for (int i = 0; i < 3 * size * size; i++) {
            assertThat(small.levels()[i % 3 * size * size + i / 3] & 0xFF)
                    .isCloseTo((int) Math.round(expected.get(i)), within(0));
        }
    }

    /** The mean of an image of one value is that value, for all sizes. */
    @ParameterizedTest
    @CsvSource({"64,64,64", "65,64,64", "1000,70,64", "333,777,19", "5,5,1"})
    void onePlainColorStays(int width, int height, int size) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.getRaster().setSample(x, y, 0, 255);
            }
        }
        PixelImage small = CenterSquare.of(PixelRows.of(image), size);
        assertThat(small.channels()).isEqualTo(1);
        assertThat(small.levels()).hasSize(size * size).containsOnly(255);
    }

    /** The upper half is black and the lower half is white. */
    @Test
    void hugeImagesNeedLittleMemory(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("huge.png");
        BufferedImage huge = new BufferedImage(6000, 9000, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 4500; y < 9000; y++) {
            for (int x = 0; x < 6000; x++) {
                huge.getRaster().setSample(x, y, 0, 1);
            }
        }
        ImageIO.write(huge, "png", file.toFile());
        PixelImage read = new ImageDecoder(2).read(file);
        assertThat(read.levels()).containsExactly(0, 0, 255, 255);
    }
}
