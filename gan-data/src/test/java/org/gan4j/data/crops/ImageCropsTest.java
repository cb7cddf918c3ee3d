package org.gan4j.data.crops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.folder.ColorMode;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCropsTest {
    @TempDir
    Path folder;

    private ImageCrops crops(int size, int perImage) {
        return ImageCrops.of(folder).size(size).perImage(perImage);
    }

    private static TensorData all(Dataset data) {
        return data.read(IntStream.range(0, data.size()).toArray()).get(Field.IMAGE);
    }

    private static TensorData all(ImageCrops crops) {
        try (Dataset data = crops.open()) {
            return all(data);
        }
    }

    @Test
    void cropsAreTheSameWheneverTheyAreRead() throws IOException {
        numbered("a.png", 9, 7, 0);
        numbered("b.png", 6, 20, 1);
        TensorData first = all(crops(4, 10));
        assertThat(first.shape()).isEqualTo(Shape.of(20, 3, 4, 4));
        assertThat(all(crops(4, 10))).isEqualTo(first);
        try (Dataset data = crops(4, 10).open()) {
            assertThat(data.read(13, 2).get(Field.IMAGE).rows(0, 1)).isEqualTo(first.rows(13, 14));
        }
        assertThat(all(crops(4, 10).seed(2))).isNotEqualTo(first);
    }

    @Test
    void cropsOfAnImageCoverItAndAreItsPixels() throws IOException {
        numbered("a.png", 5, 4, 0);
        float[] pixels = all(crops(2, 200).upright()).toFloats();
        Set<Integer> places = new TreeSet<>();
        for (int crop = 0; crop < 200; crop++) {
            // the blue level is the number of the pixel
            int place = level(pixels[12 * crop + 8]);
            assertThat(level(pixels[12 * crop + 9])).isEqualTo(place + 1);
            assertThat(level(pixels[12 * crop + 10])).isEqualTo(place + 5);
            assertThat(level(pixels[12 * crop + 11])).isEqualTo(place + 6);
            places.add(place);
        }
        assertThat(places).containsExactly(0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13);
    }

    @Test
    void eachImageHasEquallyManyCrops() throws IOException {
        numbered("a.png", 5, 4, 7);
        numbered("b.png", 30, 40, 8);
        float[] pixels = all(crops(2, 3)).toFloats();
        for (int crop = 0; crop < 6; crop++) {
            assertThat(level(pixels[12 * crop])).isEqualTo(crop < 3 ? 7 : 8);
        }
    }

    @Test
    void cropsHaveAllSymmetriesOfASquare() throws IOException {
        numbered("a.png", 2, 2, 0);
        assertThat(orders(crops(2, 200)))
                .containsExactly("0123", "0213", "1032", "1302", "2031", "2301", "3120", "3210");
        ImageCrops flipped = new ImageCrops(folder.toString(), 2, 1, 200, true, false, ColorMode.AUTO, 0, 1);
        assertThat(orders(flipped)).containsExactly("0123", "1032");
        ImageCrops turned = new ImageCrops(folder.toString(), 2, 1, 200, false, true, ColorMode.AUTO, 0, 1);
        assertThat(orders(turned)).containsExactly("0123", "1302", "2031", "3210");
    }

    private static Set<String> orders(ImageCrops crops) {
        float[] pixels = all(crops).toFloats();
        Set<String> orders = new TreeSet<>();
        for (int at = 8; at < pixels.length; at += 12) {
            orders.add("" + level(pixels[at]) + level(pixels[at + 1]) + level(pixels[at + 2]) + level(pixels[at + 3]));
        }
        return orders;
    }

    @Test
    void imagesInTheFileEqualThoseOnTheHeap() throws IOException {
        for (int i = 0; i < 6; i++) {
            numbered(i + ".png", 5 + i, 9 - i, i);
        }
        gray16("gray.png", 6, 6);
        for (ColorMode colors : ColorMode.values()) {
            ImageCrops crops = crops(4, 8).colors(colors);
            try (Dataset heap = crops.open(10_000);
                    Dataset both = crops.open(300);
                    Dataset file = crops.open(0)) {
                assertThat(heap.size()).isEqualTo(56);
                assertThat(all(both)).isEqualTo(all(heap));
                assertThat(all(file)).isEqualTo(all(heap));
            }
        }
    }

    @Test
    void grayImagesKeepTheir16Bits() throws IOException {
        gray16("gray.png", 3, 2);
        TensorData images = all(crops(2, 20).upright());
        assertThat(images.shape()).isEqualTo(Shape.of(20, 1, 2, 2));
        float half = 32_767.5f;
        for (int crop = 0; crop < 20; crop++) {
            int first = Math.round(((float) images.get(4 * crop) + 1) * half);
            assertThat(first).isIn(60_000, 59_993);
            assertThat((float) images.get(4 * crop + 1)).isEqualTo((first - 7) / half - 1);
            assertThat((float) images.get(4 * crop + 2)).isEqualTo((first - 21) / half - 1);
        }
        assertThat(all(crops(2, 20).upright().colors(ColorMode.RGB)).shape()).isEqualTo(Shape.of(20, 3, 2, 2));
    }

    @Test
    void aReducedPixelIsTheMeanOfASquare() throws IOException {
        numbered("a.png", 7, 5, 200);
        // blue levels from 0 in rows of 7: the squares begin at 0, 2, 4, 14, 16, 18, and their means are 4 more
        float[] pixels = all(crops(2, 50).reduce(2).upright()).toFloats();
        for (int crop = 0; crop < 50; crop++) {
            int first = level(pixels[12 * crop + 8]);
            assertThat(first).isIn(4, 6);
            assertThat(level(pixels[12 * crop])).isEqualTo(200);
            assertThat(level(pixels[12 * crop + 9])).isEqualTo(first + 2);
            assertThat(level(pixels[12 * crop + 10])).isEqualTo(first + 14);
            assertThat(level(pixels[12 * crop + 11])).isEqualTo(first + 16);
        }
    }

    @Test
    void reducedGrayImagesKeepTheir16Bits() throws IOException {
        gray16("gray.png", 4, 4);
        float[] means = all(crops(2, 1).reduce(2).upright()).toFloats();
        float half = 32_767.5f;
        // 60,000 - 7 · (0 + 1 + 4 + 5) / 4 = 59,982.5, which is rounded up
        assertThat(means).containsExactly(59_983 / half - 1, 59_969 / half - 1, 59_927 / half - 1, 59_913 / half - 1);
    }

    @Test
    void imagesThatAreTooSmallOnceReducedAreSkipped() throws IOException {
        numbered("a.png", 8, 7, 0);
        assertThat(all(crops(3, 1).reduce(2)).shape()).isEqualTo(Shape.of(1, 3, 3, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crops(4, 1).reduce(2).open())
                .withMessageContaining("is too small: 8×7, at least 8×8 is needed");
    }

    @Test
    void colorsBecomeGrayByTheirLuma() throws IOException {
        numbered("a.png", 2, 2, 200);
        TensorData images = all(crops(2, 1).upright().colors(ColorMode.GRAY));
        // 0.299 · 200, and 0.114 of the blue levels
        assertThat(images.shape()).isEqualTo(Shape.of(1, 1, 2, 2));
        assertThat(level((float) images.get(0))).isEqualTo(60);
    }

    @Test
    void smallAndDamagedImagesAreSkippedWithAReason() throws IOException {
        numbered("large.png", 8, 8, 0);
        numbered("small.png", 9, 7, 0);
        Files.writeString(folder.resolve("damaged.png"), "damaged");
        Files.writeString(folder.resolve("notes.txt"), "notes");
        try (Dataset data = crops(8, 1).open()) {
            assertThat(data.size()).isEqualTo(1);
            assertThat(data.skipped())
                    .containsExactly(
                            new SkippedItem("damaged.png", "is not a PNG, JPEG, GIF, BMP, WebP or TIFF image"),
                            new SkippedItem("notes.txt", "has no image extension: .txt"),
                            new SkippedItem("small.png", "is too small: 9×7, at least 8×8 is needed"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crops(9, 1).open())
                .withMessageContaining("none of the 4 files in " + folder);
    }

    @Test
    void photographsAreIncluded() {
        try (Dataset data = ImageCrops.embedded().open()) {
            assertThat(data.size()).isEqualTo(8000);
            assertThat(data.field(Field.IMAGE).shape()).isEqualTo(Shape.of(3, 96, 96));
            int[] indices = IntStream.range(0, 16).map(i -> 500 * i).toArray();
            float[] pixels = data.read(indices).get(Field.IMAGE).toFloats();
            assertThat(Set.of(pixels[0], pixels[27_648], pixels[2 * 27_648])).hasSizeGreaterThan(1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageCrops.embedded().size(1000).open())
                .withMessage("the included photographs have crops of at most 544 pixels, not 1000: choose a smaller"
                        + " size, or the path of larger images");
    }

    @Test
    void aFolderTakesThePlaceOfTheOwnOne() {
        ImageCrops crops = ImageCrops.embedded().size(48);
        assertThat(crops.over(new ImageFolder("photos", 64, ColorMode.AUTO))).isEqualTo(crops.path("photos"));
        assertThat(crops.over(new ImageFolder("photos", 64, ColorMode.GRAY)))
                .isEqualTo(crops.path("photos").colors(ColorMode.GRAY));
        assertThat(crops.over(FashionMnist.embedded())).isEqualTo(FashionMnist.embedded());
    }

    @Test
    void settingsOutOfRangeAreRejected() {
        ImageCrops crops = ImageCrops.embedded();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crops.size(0))
                .withMessage("the size of crops must be from 1 to 4096, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crops.reduce(0))
                .withMessage("photographs can be reduced by a factor from 1 to 64, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crops.perImage(0))
                .withMessage("there must be at least 1 crop per image, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageCrops("", 1, 1, 1, true, true, ColorMode.AUTO, -1, 1))
                .withMessage("the memory of image crops must be at least 0 megabytes, not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crops.perImage(Integer.MAX_VALUE).open())
                .withMessage("2147483647 crops of each of 8 images are more than can be numbered: choose fewer per"
                        + " image");
    }

    private static int level(float value) {
        return Math.round((value + 1) * 127.5f);
    }

    /** Writes an image whose red is given, and whose blue is the number of the pixel. */
    private void numbered(String name, int width, int height, int red) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < width * height; at++) {
            image.setRGB(at % width, at / width, red << 16 | at & 0xFF);
        }
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    /** Writes a gray image of 16 bits, whose levels decrease by 7 from pixel to pixel. */
    private void gray16(String name, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_USHORT_GRAY);
        for (int at = 0; at < width * height; at++) {
            image.getRaster().setSample(at % width, at / width, 0, 60_000 - 7 * at);
        }
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }
}
