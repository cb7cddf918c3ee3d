package org.gan4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.data.formats.SampleFiles;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    private static final long PLENTY = 1L << 40;

    @TempDir
    Path folder;

    @Test
    void twoHundredPhotosOfMixedSizesBecomeSamples() throws IOException {
        for (int i = 0; i < 200; i++) {
            image("photo-%03d.%s".formatted(i, i % 2 == 0 ? "png" : "jpg"), 40 + i % 37, 35 + i % 23, 50 * i);
        }
        Files.writeString(folder.resolve("photo-300.png"), "not an image");
        Files.write(folder.resolve("photo-301.jpg"), new byte[0]);
        noise("photo-302.jpg", 40, 40, 1);
        byte[] whole = Files.readAllBytes(folder.resolve("photo-302.jpg"));
        Files.write(folder.resolve("photo-302.jpg"), Arrays.copyOf(whole, whole.length * 2 / 3));
        image("photo-303.png", 20, 30, 0);
        Files.writeString(folder.resolve("readme.txt"), "hello");
        Files.writeString(folder.resolve("Thumbs.db"), "hello");
        Files.writeString(folder.resolve("LICENSE"), "hello");
        Files.writeString(folder.resolve(".hidden.png"), "hello");
        image(".cache/photo.png", 40, 40, 0);
        try (Dataset data = ImageFolder.of(folder, 32).open()) {
            assertThat(data.size()).isEqualTo(200);
            assertThat(data.fields()).containsExactly(new Field("image", DType.FLOAT, Shape.of(3, 32, 32)));
            assertThat(data.skipped())
                    .extracting(SkippedItem::what)
                    .containsExactly(
                            "LICENSE",
                            "Thumbs.db",
                            "photo-300.png",
                            "photo-301.jpg",
                            "photo-302.jpg",
                            "photo-303.png",
                            "readme.txt");
            assertThat(data.skipped())
                    .extracting(SkippedItem::why)
                    .containsExactly(
                            "has no file extension",
                            "has no image extension: .db",
                            "is not a PNG, JPEG, GIF, BMP, WebP or TIFF image",
                            "is empty",
                            "is damaged: it ends too early",
                            "is too small: 20×30, at least 32×32 is needed",
                            "has no image extension: .txt");
            // plain colors identify the images; these are lossless
            TensorData images = data.read(0, 100, 198).get("image");
            assertThat(levels(images, 3)).containsExactly(levels(50 * 0), levels(50 * 100), levels(50 * 198));
        }
    }

    @Test
    void imagesAreKnownByTheirContentWhateverTheirName() throws IOException {
        for (String name : List.of("a.jfif", "b.jpe", "c", "d.jpg", "e.v2", "f.tif", "g.txt")) {
            Files.write(folder.resolve(name), SampleFiles.bytes(name.equals("f.tif") ? "rgb.tif" : "interlaced.png"));
        }
        Files.writeString(folder.resolve("h"), "BM and PNG are formats");
        Files.writeString(folder.resolve("i.tif"), "II* is how they begin");
        try (Dataset data = ImageFolder.of(folder, 4).open()) {
            assertThat(data.size()).isEqualTo(7);
            assertThat(data.skipped())
                    .containsExactly(
                            new SkippedItem("h", "has no file extension"),
                            new SkippedItem("i.tif", "is not a PNG, JPEG, GIF, BMP, WebP or TIFF image"));
        }
    }

    @Test
    void imagesBeyondTheBudgetAreReadFromAFileWithTheSameBytes() throws IOException {
        for (int i = 0; i < 30; i++) {
            noise("n%02d.png".formatted(i), 20 + i % 7, 24, i);
        }
        Files.writeString(folder.resolve("n15.png"), "damaged");
        Files.writeString(folder.resolve("n99.png"), "damaged");
        for (ColorMode colors : ColorMode.values()) {
            ImageFolder source = new ImageFolder(folder.toString(), 16, colors);
            try (Dataset memory = source.open(PLENTY);
                    Dataset streamed = source.open(1000)) {
                int[] all = IntStream.range(0, 29).toArray();
                assertThat(streamed.size()).isEqualTo(memory.size()).isEqualTo(29);
                assertThat(streamed.read(all)).isEqualTo(memory.read(all));
                assertThat(streamed.read(28, 3, 3)).isEqualTo(memory.read(28, 3, 3));
                assertThat(streamed.skipped()).isEqualTo(memory.skipped()).hasSize(2);
            }
        }
    }

    @Test
    void grayImagesHaveOneChannelUnlessOneIsColored() throws IOException {
        image("a.png", 8, 8, 0x202020);
        image("b.png", 8, 8, 0xF0F0F0);
        for (long budget : new long[] {PLENTY, 0}) {
            try (Dataset data = ImageFolder.of(folder, 8).open(budget)) {
                assertThat(data.field("image").shape()).isEqualTo(Shape.of(1, 8, 8));
                assertThat(levels(data.read(1, 0).get("image"), 1)).containsExactly(List.of(0xF0), List.of(0x20));
            }
        }
        image("c.png", 8, 8, 0xFF0000);
        try (Dataset data = ImageFolder.of(folder, 8).open()) {
            assertThat(levels(data.read(0, 2).get("image"), 3)).containsExactly(levels(0x202020), levels(0xFF0000));
        }
        // 0.299 · 255
        try (Dataset data = new ImageFolder(folder.toString(), 8, ColorMode.GRAY).open()) {
            assertThat(levels(data.read(2).get("image"), 1)).containsExactly(List.of(76));
        }
    }

    @Test
    void subFoldersAreClasses() throws IOException {
        image("dogs/1.png", 8, 8, 0x000001);
        image("cats/2.png", 8, 8, 0x000002);
        image("dogs/more/3.png", 8, 8, 0x000003);
        Files.createDirectories(folder.resolve("ants"));
        try (Dataset data = ImageFolder.of(folder, 8).open()) {
            assertThat(data.classes()).containsExactly("cats", "dogs");
            assertThat(data.read(0, 1, 2).get("label")).isEqualTo(TensorData.of(new int[] {0, 1, 1}, Shape.of(3)));
            assertThat(levels(data.read(0, 1, 2).get("image"), 3)).containsExactly(levels(2), levels(1), levels(3));
        }
        image("loose.png", 8, 8, 0x000004);
        try (Dataset data = ImageFolder.of(folder, 8).open()) {
            assertThat(data.classes()).containsExactly("cats", "dogs");
            assertThat(data.skipped())
                    .containsExactly(
                            new SkippedItem("loose.png", "is beside the sub-folders of classes, so it has no class"));
            assertThat(data.files())
                    .extracting(DataFile::name)
                    .containsExactly("cats/2.png", "dogs/1.png", "dogs/more/3.png");
        }
        image("more.png", 8, 8, 0x000005);
        image("most.png", 8, 8, 0x000006);
        try (Dataset data = ImageFolder.of(folder, 8).open()) {
            assertThat(data.size()).isEqualTo(6);
            assertThat(data.classes()).isEmpty();
            assertThat(data.fields()).hasSize(1);
        }
    }

    @Test
    void samplesAreSortedByPathInEveryLocale() throws IOException {
        String[] names = {"B.png", "I.png", "a/z.png", "b.png", "i.png", "ä.PNG", "ı.png"};
        for (int i = names.length - 1; i >= 0; i--) {
            image(names[i], 8, 8, i + 1);
        }
        Locale before = Locale.getDefault();
        try {
            for (Locale locale : new Locale[] {Locale.ROOT, Locale.forLanguageTag("tr"), Locale.GERMANY}) {
                Locale.setDefault(locale);
                try (Dataset data = ImageFolder.of(folder, 8).open()) {
                    TensorData images = data.read(
                                    IntStream.range(0, names.length).toArray())
                            .get("image");
                    assertThat(levels(images, 3)).extracting(rgb -> rgb.get(2)).containsExactly(1, 2, 3, 4, 5, 6, 7);
                }
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    @Timeout(20)
    void linksAreFollowedAndLoopsEnd() throws IOException {
        image("real/a.png", 8, 8, 1);
        Files.createSymbolicLink(folder.resolve("real/loop"), folder);
        Files.createSymbolicLink(folder.resolve("link.png"), folder.resolve("real/a.png"));
        Files.createSymbolicLink(folder.resolve("gone.png"), folder.resolve("nowhere.png"));
        try (Dataset data = ImageFolder.of(folder, 8).open()) {
            assertThat(data.size()).isEqualTo(2);
            assertThat(data.skipped()).extracting(SkippedItem::what).containsExactlyInAnyOrder("real/loop", "gone.png");
        }
    }

    @Test
    void imagesOfOneSizeCanKeepIt() throws IOException {
        image("a.png", 9, 5, 1);
        image("b.png", 9, 5, 2);
        Files.writeString(folder.resolve("c.png"), "damaged");
        ImageFolder ownSize = ImageFolder.of(folder, 0);
        for (long budget : new long[] {PLENTY, 0}) {
            try (Dataset data = ownSize.open(budget)) {
                assertThat(data.field("image").shape()).isEqualTo(Shape.of(3, 5, 9));
                assertThat(data.size()).isEqualTo(2);
            }
        }
        image("d.png", 5, 9, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(ownSize::open)
                .withMessageContaining("a.png is 9×5 and d.png is 5×9")
                .withMessageContaining("give a size");
    }

    @Test
    void rejectsFoldersWithoutUsableImages() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.of(folder.resolve("nowhere"), 8).open())
                .withMessageContaining("there is no folder")
                .withMessageContaining("nowhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.of(folder, 8).open())
                .withMessageContaining("is empty");
        for (int i = 0; i < 5; i++) {
            Files.writeString(folder.resolve(i + ".png"), "damaged");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.of(folder, 8).open())
                .withMessageContaining("none of the 5 files")
                .withMessageContaining(folder.toString())
                .withMessageContaining("(0.png: is not a PNG, JPEG, GIF, BMP, WebP or TIFF image; 1.png: ")
                .withMessageEndingWith("...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.of(folder, 0).open())
                .withMessageContaining("none of the 5 files");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.of(folder.resolve("0.png"), 8).open())
                .withMessageContaining("is a file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageFolder.of(folder, -1))
                .withMessageContaining("from 1 to 4096, or 0");
    }

    private void image(String name, int width, int height, int rgb) throws IOException {
        int[] row = new int[width * height];
        Arrays.fill(row, rgb);
        write(name, width, height, row);
    }

    private void noise(String name, int width, int height, int seed) throws IOException {
        write(
                name,
                width,
                height,
                IntStream.range(0, width * height)
                        .map(i -> (i + 1) * (seed + 7) * 2654435 & 0xFFFFFF)
                        .toArray());
    }

    private void write(String name, int width, int height, int[] rgb) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!ImageIO.write(image, extension, file.toFile())) {
            throw new UncheckedIOException(new IOException("no writer for " + name));
        }
    }

    private static List<Integer> levels(int rgb) {
        return List.of(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** Returns the first pixel of each image. */
    private static List<List<Integer>> levels(TensorData images, int channels) {
        int pixels = images.shape().dim(2) * images.shape().dim(3);
        return IntStream.range(0, images.shape().dim(0))
                .mapToObj(image -> IntStream.range(0, channels)
                        .mapToObj(c -> (int) Math.round((images.get((image * channels + c) * pixels) + 1) * 127.5))
                        .toList())
                .toList();
    }
}
