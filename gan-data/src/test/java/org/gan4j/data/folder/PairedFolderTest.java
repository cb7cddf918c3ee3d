package org.gan4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.groups.Tuple;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairedFolderTest {
    private static final int RED = 0xFF0000;
    private static final int GREEN = 0x00FF00;
    private static final int GRAY = 0x808080;

    @TempDir
    Path folder;

    @Test
    void filesOfTheSameNameArePairs() throws IOException {
        image("source/b.png", 8, 8, 0x000001);
        image("image/b.bmp", 8, 8, 0x000002);
        image("source/a.png", 16, 16, 0x000003);
        image("image/a.png", 32, 32, 0x000004);
        image("source/more/c.d.png", 12, 8, 0x000005);
        image("image/more/c.d.png", 24, 16, 0x000006);
        for (long budget : new long[] {1L << 40, 0}) {
            try (Dataset data = PairedFolder.of(folder, 8).open(budget)) {
                assertThat(data.size()).isEqualTo(3);
                assertThat(data.field("source").shape()).isEqualTo(Shape.of(3, 8, 8));
                assertThat(data.field("image").shape()).isEqualTo(Shape.of(3, 8, 8));
                assertThat(data.skipped()).isEmpty();
                assertThat(data.classes()).isEmpty();
                assertThat(data.transformed()).isEmpty();
                Map<String, TensorData> all = data.read(2, 0, 1);
                assertThat(blues(all.get("source"))).containsExactly(5, 3, 1);
                assertThat(blues(all.get("image"))).containsExactly(6, 4, 2);
            }
            try (Dataset data = PairedFolder.of(folder, 8).flip().open(budget)) {
                assertThat(blues(data.read(0).get("source"))).containsExactly(4);
                assertThat(blues(data.read(0).get("image"))).containsExactly(3);
            }
        }
    }

    @Test
    void filesThatAreNotPartOfAUsablePairAreListed() throws IOException {
        for (String name : List.of("good", "small", "narrow", "broken", "alone", "twice")) {
            image("source/" + name + ".png", 8, 8, RED);
        }
        for (String name : List.of("good", "twice", "only")) {
            image("image/" + name + ".png", 8, 8, GREEN);
        }
        image("image/small.png", 4, 4, GREEN);
        image("image/narrow.png", 16, 8, GREEN);
        image("image/twice.bmp", 8, 8, GREEN);
        image("image/broken.png", 8, 8, GREEN);
        Files.writeString(folder.resolve("source/broken.png"), "damaged");
        image("loose.png", 8, 8, GREEN);
        Files.writeString(folder.resolve("readme.txt"), "hello");
        try (Dataset data = PairedFolder.of(folder, 8).open()) {
            assertThat(data.size()).isEqualTo(2);
            assertThat(data.skipped())
                    .extracting(SkippedItem::what, SkippedItem::why)
                    .containsExactly(
                            pair(
                                    "image/broken.png",
                                    "has a source that is not a PNG, JPEG, GIF, BMP, WebP or TIFF image"),
                            pair("image/narrow.png", "is 16×8, but its source is 8×8"),
                            pair("image/only.png", "has no file of its name in source"),
                            pair("image/small.png", "is too small: 4×4, at least 8×8 is needed"),
                            pair("image/twice.png", "has the name of image/twice.bmp"),
                            pair("loose.png", "is in neither of the sub-folders source and image"),
                            pair("readme.txt", "has no image extension: .txt"),
                            pair("source/alone.png", "has no file of its name in image"));
        }
    }

    private static Tuple pair(String what, String why) {
        return tuple(what, why);
    }

    @Test
    void theHalvesOfAnImageAreAPair() throws IOException {
        sideBySide("1.png", 16, 8, RED, GREEN);
        sideBySide("2.png", 24, 10, GRAY, RED);
        image("odd.png", 17, 8, RED);
        try (Dataset data = PairedFolder.of(folder, 8).open()) {
            assertThat(data.size()).isEqualTo(2);
            assertThat(pixel(data.read(0).get("source"))).containsExactly(1, -1, -1);
            assertThat(pixel(data.read(0).get("image"))).containsExactly(-1, 1, -1);
            assertThat(pixel(data.read(1).get("image"))).containsExactly(1, -1, -1);
            assertThat(data.skipped())
                    .containsExactly(
                            new SkippedItem("odd.png", "has an odd width, 17, so it is not two images side by side"));
        }
        try (Dataset data = PairedFolder.of(folder, 8).flip().open()) {
            assertThat(pixel(data.read(0).get("source"))).containsExactly(-1, 1, -1);
        }
    }

    @Test
    void channelsAreDecidedForSourcesAndImagesSeparately() throws IOException {
        sideBySide("1.png", 16, 8, GRAY, GREEN);
        sideBySide("2.png", 16, 8, 0x202020, RED);
        try (Dataset data = PairedFolder.of(folder, 8).open()) {
            assertThat(data.field("source").shape()).isEqualTo(Shape.of(1, 8, 8));
            assertThat(data.field("image").shape()).isEqualTo(Shape.of(3, 8, 8));
        }
        try (Dataset data = new PairedFolder(folder.toString(), 8, ColorMode.RGB, false).open()) {
            assertThat(data.field("source").shape()).isEqualTo(Shape.of(3, 8, 8));
        }
        try (Dataset data = new PairedFolder(folder.toString(), 8, ColorMode.GRAY, false).open()) {
            assertThat(data.field("image").shape()).isEqualTo(Shape.of(1, 8, 8));
        }
    }

    @Test
    void pairsOfOneSizeCanKeepIt() throws IOException {
        sideBySide("1.png", 16, 6, RED, GREEN);
        sideBySide("2.png", 16, 6, GREEN, RED);
        try (Dataset data = PairedFolder.of(folder, 0).open()) {
            assertThat(data.field("source").shape()).isEqualTo(Shape.of(3, 6, 8));
        }
        sideBySide("3.png", 18, 6, GREEN, RED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedFolder.of(folder, 0).open())
                .withMessageContaining("1.png is 8×6 and 3.png is 9×6; give a size");
    }

    @Test
    void withTheirOwnSizeBothImagesOfAPairHaveTheSame() throws IOException {
        image("source/1.png", 8, 6, RED);
        image("image/1.png", 8, 6, GREEN);
        image("source/2.png", 8, 6, RED);
        image("image/2.png", 16, 12, GREEN);
        try (Dataset data = PairedFolder.of(folder, 0).open()) {
            assertThat(data.size()).isEqualTo(1);
            assertThat(data.skipped())
                    .containsExactly(new SkippedItem("image/2.png", "is 16×12, but its source is 8×6"));
        }
    }

    @Test
    void foldersWithoutAPairAreRejected() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedFolder.of(folder.resolve("nowhere"), 8).open())
                .withMessageContaining("there is no folder")
                .withMessageContaining("nowhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedFolder.of(folder, 8).open())
                .withMessageContaining("is empty");
        image("odd.png", 17, 8, RED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedFolder.of(folder, 8).open())
                .withMessageContaining("none of the 1 files in ")
                .withMessageContaining("(odd.png: has an odd width, 17");
        image("source/a.png", 8, 8, RED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedFolder.of(folder, 8).open())
                .withMessage(
                        "the folder " + folder + " has a sub-folder source but none named image: give it both, with"
                                + " files of the same names, or neither, with source and image side by side in each file");
        image("image/b.png", 8, 8, RED);
        image("image/c.png", 8, 8, RED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedFolder.of(folder, 8).open())
                .withMessage(
                        "there is no pair in " + folder + ": of the 1 images in source and the 2 in image, none have"
                                + " the same name; name the files of a pair alike, as in source/1.png and image/1.png");
        image("image/a.png", 8, 4, RED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedFolder.of(folder, 8).open())
                .withMessageContaining("none of the 4 files")
                .withMessageContaining("image/a.png: is 8×4, but its source is 8×8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedFolder.of(folder, -1))
                .withMessageContaining("from 1 to 4096, or 0");
    }

    private void image(String name, int width, int height, int rgb) throws IOException {
        sideBySide(name, width, height, rgb, rgb);
    }

    private void sideBySide(String name, int width, int height, int left, int right) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? left : right);
            }
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()))
                .isTrue();
    }

    /** Returns the first pixel of the only image, whose halves or all have one color. */
    private static float[] pixel(TensorData images) {
        int size = images.shape().dim(2) * images.shape().dim(3);
        float[] pixel = new float[images.shape().dim(1)];
        for (int channel = 0; channel < pixel.length; channel++) {
            for (int at = 0; at < size; at++) {
                assertThat(images.get(channel * size + at)).isEqualTo(images.get(channel * size));
            }
            pixel[channel] = (float) images.get(channel * size);
        }
        return pixel;
    }

    /** Returns the blue level of each image. */
    private static List<Integer> blues(TensorData images) {
        return IntStream.range(0, images.shape().dim(0))
                .mapToObj(i -> Math.round((pixel(images.rows(i, i + 1))[2] + 1) * 127.5f))
                .toList();
    }
}
