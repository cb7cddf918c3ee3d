package org.gan4j.data.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.gan4j.data.Oracle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoTest {
    private static final JsonNode IMAGES = Oracle.read("pictures.json");

    private static final JsonNode PHOTOS = Oracle.read("photos.json");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "rgb.png, 3, 8",
        "palette.gif, 3, 8",
        "rgb.bmp, 3, 8",
        "rgb.jpg, 3, 8",
        "cmyk.jpg, 3, 8",
        "exif-6.jpg, 3, 8",
        "exif-7.jpg, 3, 8",
        "grey.png, 1, 8",
        "one-bit.png, 1, 8",
        "grey.jpg, 1, 8"
    })
    void readsWhatPillowReads(String name, int colors, int bits) throws IOException {
        JsonNode expected = oracle(name);
        Photo photo = Photo.read(file(name));
        assertThat(photo.layout()).isEqualTo(new PixelLayout(colors, false, bits));
        assertThat(photo.width()).isEqualTo(expected.get("width").asInt());
        assertThat(photo.height()).isEqualTo(expected.get("height").asInt());
        int[] samples = samples(photo.samples());
        for (int i = 0; i < samples.length; i++) {
            assertThat(samples[i])
                    .as("sample %d", i)
                    .isCloseTo(
                            expected.get("rgb").get(i * 3 / colors).asInt(),
                            within(expected.get("tolerance").asInt()));
        }
    }

    @ParameterizedTest
    @CsvSource({"rgba.png, 3, 8", "grey-alpha.png, 1, 8", "palette.png, 3, 8", "lossless.webp, 3, 8"})
    void alphaIsKept(String name, int colors, int bits) throws IOException {
        Photo photo = Photo.read(file(name));
        assertThat(photo.layout()).isEqualTo(new PixelLayout(colors, true, bits));
        int[] samples = samples(photo.samples());
        for (int pixel = 0; pixel < photo.width() * photo.height(); pixel++) {
            int at = pixel * (colors + 1);
            double alpha = samples[at + colors] / 255.0;
            for (int channel = 0; channel < 3; channel++) { // the oracle's are on white
                assertThat(255 - alpha * (255 - samples[at + Math.min(channel, colors - 1)]))
                        .isCloseTo(
                                oracle(name).get("rgb").get(pixel * 3 + channel).asInt(), within(1.0));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"turned.jpg", "turned.png", "turned.webp", "alpha.webp"})
    void photosAreUprightAndKeepTheirProfileWhichIsNotApplied(String name) throws IOException {
        JsonNode expected = oracle(PHOTOS, name);
        Photo photo = Photo.read(file(PHOTOS, name));
        assertThat(photo.width()).isEqualTo(expected.get("width").asInt());
        assertThat(photo.layout())
                .isEqualTo(new PixelLayout(3, expected.get("alpha").asBoolean(), 8));
        assertThat(photo.profile()).get().isEqualTo(expected.get("profile").binaryValue());
        int[] samples = samples(photo.samples());
        assertThat(samples).hasSize(expected.get("samples").size());
        for (int i = 0; i < samples.length; i++) {
            assertThat(samples[i])
                    .as("sample %d", i)
                    .isCloseTo(
                            expected.get("samples").get(i).asInt(),
                            within(expected.get("tolerance").asInt()));
        }
    }

    @Test
    void sixteenBitsAreKept() throws IOException {
        assertThat(Photo.read(file("grey16.png")).layout()).isEqualTo(new PixelLayout(1, false, 16));
    }

    @Test
    void aPaletteWithATransparentColorGetsAlpha() throws IOException {
        byte[] levels = {0, 100, (byte) 200, 50};
        IndexColorModel palette = new IndexColorModel(2, 4, levels, levels, new byte[] {1, 2, 3, 4}, 2);
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setPixels(0, 0, 2, 2, new int[] {0, 1, 2, 3});
        Path file = folder.resolve("palette.png");
        ImageIO.write(image, "png", file.toFile());
        for (Photo photo : new Photo[] {Photo.read(file), Photo.of(image)}) {
            assertThat(photo.layout()).isEqualTo(new PixelLayout(3, true, 8));
            assertThat(samples(photo.samples()))
                    .startsWith(0, 0, 1, 255, 100, 100, 2, 255)
                    .endsWith(50, 50, 4, 255);
            assertThat(samples(photo.samples())[11]).isZero();
        }
    }

    @Test
    void imagesInMemoryOfAnyKindAreRead() {
        BufferedImage packed = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        packed.setRGB(0, 0, 0x11223344);
        assertThat(samples(Photo.of(packed).samples())).containsExactly(0x22, 0x33, 0x44, 0x11, 0, 0, 0, 0);
        BufferedImage premultiplied = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE);
        premultiplied.setRGB(0, 0, 0x80FF0000);
        assertThat(samples(Photo.of(premultiplied).samples())).containsExactly(255, 0, 0, 128);
        BufferedImage few = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_565_RGB);
        few.getRaster().setPixel(0, 0, new int[] {31, 63, 16});
        assertThat(samples(Photo.of(few).samples())).containsExactly(255, 255, 132);
        assertThat(Photo.of(few.getSubimage(0, 0, 1, 1)).width()).isEqualTo(1);
    }

    @Test
    void hugeHeadersAreRefusedBeforeDecoding() throws IOException {
        Path file = folder.resolve("huge.png");
        byte[] small = png(1, 1);
        ByteBuffer.wrap(small).putInt(16, 20_000).putInt(20, 20_000).putInt(29, crc(ByteBuffer.wrap(small, 12, 17)));
        Files.write(file, small);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Photo.read(file))
                .withMessage(file + " is too large: 20000×20000, at most 100,000,000 pixels can be read");
    }

    @Test
    void filesThatAreNoImagesAreRefusedWithTheirNames() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "this is no image");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Photo.read(text))
                .withMessage(text + " is not a PNG, JPEG, GIF, BMP, WebP or TIFF image");
        Path none = folder.resolve("none.png");
        assertThatIllegalArgumentException().isThrownBy(() -> Photo.read(none)).withMessage("there is no file " + none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Photo.read(folder))
                .withMessage(folder + " is a folder: name an image in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb.png", "rgb.jpg", "lossless.webp"})
    void truncatedFilesAreRefused(String name) throws IOException {
        Path file = file(name);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 7 / 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Photo.read(file))
                .withMessageStartingWith(file + " is damaged");
    }

    static int[] samples(Raster raster) {
        return raster.getPixels(
                raster.getMinX(), raster.getMinY(), raster.getWidth(), raster.getHeight(), (int[]) null);
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return bytes.toByteArray();
    }

    private static int crc(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static JsonNode oracle(String name) {
        return oracle(IMAGES, name);
    }

    private static JsonNode oracle(JsonNode files, String name) {
        return StreamSupport.stream(files.spliterator(), false)
                .filter(image -> image.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Path file(String name) throws IOException {
        return file(IMAGES, name);
    }

    private Path file(JsonNode files, String name) throws IOException {
        return Files.write(folder.resolve(name), oracle(files, name).get("file").binaryValue());
    }
}
