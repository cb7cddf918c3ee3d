package org.gan4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class ImagesAsDataTest {
    @Test
    void keepsStoredGrayLevels() {
        BufferedImage gray = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        int[] levels = IntStream.range(0, 256).toArray();
        gray.getRaster().setPixels(0, 0, 16, 16, levels);
        TensorData read = read(gray);
        assertThat(read.shape()).isEqualTo(Shape.of(1, 1, 16, 16));
        assertThat(levels(read)).containsExactly(levels);
    }

    @Test
    void roundsSixteenBitGrayLevelsToEight() {
        BufferedImage gray = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        gray.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 257 * 100 + 128, 65535});
        assertThat(levels(read(gray))).containsExactly(0, 100, 255);
    }

    @Test
    void colorsArePlanesOfRedGreenBlue() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x102030);
        image.setRGB(1, 0, 0xFF8001);
        TensorData read = read(image);
        assertThat(read.shape()).isEqualTo(Shape.of(1, 3, 1, 2));
        assertThat(levels(read)).containsExactly(0x10, 0xFF, 0x20, 0x80, 0x30, 0x01);
    }

    @Test
    void oneColorImageMakesAllImagesColor() {
        BufferedImage gray = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        gray.setRGB(0, 0, 0x070707);
        assertThat(read(gray).shape().dim(1)).isEqualTo(1);
        BufferedImage red = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        red.setRGB(0, 0, 0xFF0000);
        assertThat(levels(DataSource.of(List.of(gray, red)).open().read(0, 1).get("image")))
                .containsExactly(7, 7, 7, 255, 0, 0);
    }

    /** 0.25 of 0 and 0.75 of 255 is 191.25. */
    @Test
    void blendsTransparentPixelsWithWhite() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00123456);
        image.setRGB(1, 0, 0x40000000);
        assertThat(levels(read(image))).containsExactly(255, 191);
    }

    /** 0.5 in linear light is 0.7354 in sRGB. */
    @Test
    void convertsOtherColorSpacesToSrgb() {
        ColorSpace linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
        ComponentColorModel model =
                new ComponentColorModel(linear, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(1, 1), false, null);
        image.getRaster().setPixel(0, 0, new int[] {128, 0, 255});
        assertThat(levels(read(image))[0]).isBetween(187, 189);
        assertThat(levels(read(image))[2]).isEqualTo(255);
    }

    @Test
    void refusesImagesOfDifferentSizesWithAMessage() {
        BufferedImage small = new BufferedImage(10, 20, BufferedImage.TYPE_INT_RGB);
        BufferedImage large = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSource.of(List.of(small, small, large)))
                .withMessageContaining("image 0 is 10×20 and image 2 is 30×20")
                .withMessageContaining("image-folder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSource.of(List.<BufferedImage>of()))
                .withMessageContaining("no images");
    }

    private static TensorData read(BufferedImage image) {
        return DataSource.of(List.of(image)).open().read(0).get("image");
    }

    private static int[] levels(TensorData data) {
        return IntStream.range(0, data.shape().size())
                .map(at -> (int) Math.round((data.get(at) + 1) * 127.5))
                .toArray();
    }
}
