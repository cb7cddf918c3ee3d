package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxFileTest {
    private static final byte[] WHOLE = HexFormat.of().parseHex("00000802" + "00000002" + "00000003" + "0102030405ff");

    @Test
    void readsPlainAndZipped(@TempDir Path folder) throws IOException {
        Path plain = Files.write(folder.resolve("plain"), WHOLE);
        Path zipped = Files.write(folder.resolve("zipped"), zipped(WHOLE));
        for (Path file : new Path[] {plain, zipped}) {
            IdxFile idx = IdxFile.read(file);
            assertThat(idx.shape()).isEqualTo(Shape.of(2, 3));
            assertThat(idx.values()).containsExactly(1, 2, 3, 4, 5, -1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0000080200000002000000030102030405, 'needs 6 bytes, but it has 5'",
        "0000080200000002000000030102030405ff00, more bytes follow the 6",
        "00000802000000, ends within its header",
        "'', ends within its header",
        "89504e470d0a1a0a, begins with 89504e47",
        "00000800, begins with 00000800",
        "00000d0100000000, type 0d",
        "000008030fffffff0fffffff0fffffff, overflow",
        "1f8b0800, damaged"
    })
    void rejectsDamagedFiles(String hex, String message) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdxFile.read(new ByteArrayInputStream(bytes), "some-file"))
                .withMessageContaining("some-file")
                .withMessageContaining(message);
    }

    @Test
    void aTruncatedZipIsDamaged() throws IOException {
        byte[] bytes = zipped(WHOLE);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        IdxFile.read(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - 12)), "some-file"))
                .withMessageContaining("some-file is damaged");
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }
}
