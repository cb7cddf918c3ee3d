package org.gan4j.tensor.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {
    private static final Safetensors CONTENTS = new Safetensors(
            Map.of("w", TensorData.of(new float[] {1, -2, 3}, Shape.of(3)), "n", TensorData.scalar(7)),
            Map.of("step", "3", "a", "ü"));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("x.safetensors");
        CONTENTS.writeWithDigest(file);
    }

    @Test
    void isTheSha256OfTheFileWhoseDigitsAreZeros() throws Exception {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        Matcher found = Pattern.compile("\"gan4j\\.sha256\":\"([0-9a-f]{64})\"").matcher(bytes);
        assertThat(found.find()).isTrue();
        byte[] blanked = bytes.replace(found.group(1), "0".repeat(64)).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(found.group(1))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(blanked)));
    }

    @Test
    void isNoPartOfTheContents() {
        assertThat(Safetensors.read(file)).isEqualTo(CONTENTS);
        assertThat(Safetensors.read(file).digest()).isEqualTo(CONTENTS.digest());
    }

    @Test
    void equalContentsGiveEqualBytes() {
        Path again = folder.resolve("again");
        Safetensors.read(file).writeWithDigest(again);
        assertThat(again).hasSameBinaryContentAs(file);
    }

    @Test
    void noFlippedBitGoesUnnoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            try {
                // a flipped bit in the name of the digest makes it another entry
                assertThat(Safetensors.read(file).tensors()).as("bit %d", bit).isEqualTo(CONTENTS.tensors());
                assertThat(new String(flipped, StandardCharsets.ISO_8859_1)).doesNotContain("\"gan4j.sha256\"");
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining(file.toString());
            }
        }
    }

    @Test
    void saysThatTheFileDiffers() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.read(file))
                .withMessage(
                        file + " differs from its digest gan4j.sha256, so some of its bytes are not those that were"
                                + " written: copy it again, or use another file");
    }

    @Test
    void filesWithoutOneAreReadable() {
        CONTENTS.write(file);
        try (SafetensorsFile stored = SafetensorsFile.open(file)) {
            assertThat(stored.check()).isFalse();
        }
        assertThat(Safetensors.read(file)).isEqualTo(CONTENTS);
    }

    @Test
    void theNameOfTheDigestIsTaken() {
        Safetensors wrong = new Safetensors(Map.of(), Map.of("gan4j.sha256", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> wrong.write(file)).withMessageContaining("another name");
    }
}
