package org.gan4j.data.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.Oracle;
import org.gan4j.data.formats.UnusableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageDecoderTest {
    private static final JsonNode IMAGES = Oracle.read("pictures.json");
    private static final ImageDecoder WHOLE = new ImageDecoder(0);

    @TempDir
    Path folder;

    static Stream<String> names() {
        return StreamSupport.stream(IMAGES.spliterator(), false)
                .map(image -> image.get("name").asText());
    }

    @ParameterizedTest
    @MethodSource("names")
    void readsWhatPillowReads(String name) throws Exception {
        JsonNode expected = oracle(name);
        PixelImage read = WHOLE.read(file(name)).colored();
        assertThat(read.height()).isEqualTo(expected.get("height").asInt());
        assertThat(read.width()).isEqualTo(expected.get("width").asInt());
        int pixels = read.height() * read.width();
        int tolerance = expected.get("tolerance").asInt();
        for (int i = 0; i < 3 * pixels; i++) {
            assertThat(read.levels()[i % 3 * pixels + i / 3] & 0xFF)
                    .as("channel %d of pixel %d", i % 3, i / 3)
                    .isCloseTo(expected.get("rgb").get(i).asInt(), within(tolerance));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey.png", "grey16.png", "one-bit.png", "grey-alpha.png", "grey.jpg"})
    void grayImagesHaveOneChannel(String name) throws Exception {
        assertThat(WHOLE.read(file(name)).channels()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rgb.png", "grey.png", "palette.gif", "rgb.bmp", "rgb.jpg", "progressive.jpg", "lossless.webp"})
    void truncatedFilesAreDamaged(String name) throws IOException {
        Path file = file(name);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 7 / 10));
        assertThatThrownBy(() -> WHOLE.read(file))
                .isInstanceOf(UnusableException.class)
                .hasMessageContaining("is damaged");
    }

    /** Damages single bytes: the only exception allowed is this one, and it must come soon. */
    @ParameterizedTest
    @ValueSource(strings = {"grey.png", "palette.gif", "rgb.bmp", "grey.jpg", "lossless.webp"})
    void damagedFilesGiveAnImageOrAReason(String name) throws Exception {
        Path file = file(name);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at += 3) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) 0xA5;
            Files.write(file, damaged);
            try {
                assertThat(new ImageDecoder(2).read(file).height()).isEqualTo(2);
            } catch (UnusableException reason) {
                assertThat(reason).hasMessageMatching("(?s)(is|needs) .+");
            }
        }
    }

    @Test
    void detectsTheFormatFromTheContent() throws Exception {
        Path png = file("rgb.png");
        Path renamed = Files.move(png, folder.resolve("photo.jpg"));
        assertThat(WHOLE.read(renamed).width()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "68656c6c6f20776f726c64", "00000000000000000000000000000000"})
    void rejectsFilesThatAreNotImages(String hex) throws IOException {
        Path file = Files.write(folder.resolve("x.png"), HexFormat.of().parseHex(hex));
        assertThatThrownBy(() -> WHOLE.read(file))
                .isInstanceOf(UnusableException.class)
                .hasMessageMatching("is empty|is not a PNG, JPEG, GIF, BMP, WebP or TIFF image");
    }

    @Test
    void reportsTheNeededSizeForSmallImages() throws IOException {
        Path file = file("rgb.png");
        assertThatThrownBy(() -> new ImageDecoder(9).read(file))
                .hasMessage("is too small: 12×8, at least 9×9 is needed");
        Path turned = file("exif-6.jpg");
        assertThatThrownBy(() -> new ImageDecoder(9).read(turned)).hasMessageContaining("8×12");
    }

    private static JsonNode oracle(String name) {
        return StreamSupport.stream(IMAGES.spliterator(), false)
                .filter(image -> image.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Path file(String name) throws IOException {
        byte[] bytes = Base64.getDecoder().decode(oracle(name).get("file").asText());
        return Files.write(folder.resolve(name), bytes);
    }
}
