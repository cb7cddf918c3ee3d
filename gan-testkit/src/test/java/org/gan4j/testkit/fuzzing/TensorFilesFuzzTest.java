package org.gan4j.testkit.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;
import org.gan4j.tensor.io.NpyRows;
import org.gan4j.tensor.io.Safetensors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fuzz")
class TensorFilesFuzzTest {
    private static final String[] NPY_WORDS = {
        "'descr'",
        "'fortran_order'",
        "'shape'",
        "True",
        "False",
        "'<f4'",
        "'>f8'",
        "'|u1'",
        "'|b1'",
        "'<i8'",
        "'|O'",
        "(2, 3)",
        "(0,)",
        "()",
        ",",
        ":",
        "{",
        "}",
        "[('a', '<f4')]",
        "\"",
        "'",
        "\\",
        "L",
        "-",
        "\n",
        " "
    };

    @TempDir
    Path folder;

    @Test
    void damagedSafetensorsAreReadOrRefused() throws IOException {
        Path file = folder.resolve("x.safetensors");
        new Safetensors(
                        Map.of(
                                "a", TensorData.of(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(2, 3)),
                                "b", TensorData.of(new double[] {1.5}, Shape.scalar()),
                                "c", TensorData.of(new boolean[] {true, false}, Shape.of(2)),
                                "d", TensorData.of(new int[0], Shape.of(0, 7))),
                        Map.of("step", "12"))
                .write(file);
        report(
                "safetensors",
                Fuzzing.of(file, Safetensors::read, IllegalArgumentException.class)
                        .seeds(Files.readAllBytes(file), safetensors("{}", 0))
                        .tokens(
                                "\"dtype\"",
                                "\"F32\"",
                                "\"F16\"",
                                "\"I64\"",
                                "\"BOOL\"",
                                "\"shape\"",
                                "[0]",
                                "[2,3]",
                                "\"data_offsets\"",
                                "[0,24]",
                                "[24,0]",
                                "{",
                                "}",
                                "[",
                                "]",
                                "[[[[[[",
                                ",",
                                ":",
                                "\"",
                                "\\u0000",
                                "\\ud800",
                                "\"__metadata__\":{\"a\":\"b\"}",
                                "-1",
                                "1e3",
                                "null",
                                "\u00e9",
                                " "));
    }

    @Test
    void damagedArraysAreReadOrRefused() throws IOException {
        Path file = folder.resolve("x.npy");
        report(
                "npy",
                Fuzzing.of(file, Npy::read, IllegalArgumentException.class)
                        .seeds(arrays())
                        .tokens(NPY_WORDS));
    }

    @Test
    void damagedRowsAreReadOrRefused() throws IOException {
        Path file = folder.resolve("x.npy");
        report(
                "npy rows",
                Fuzzing.of(
                                file,
                                npy -> {
                                    NpyRows rows = NpyRows.open(npy);
                                    for (int row = 0; row < Math.min(rows.rows(), 100); row++) {
                                        assertThat(rows.read(row))
                                                .hasSize(rows.row().size());
                                    }
                                },
                                IllegalArgumentException.class)
                        .seeds(arrays())
                        .tokens(NPY_WORDS));
    }

    private static void report(String name, Fuzzing fuzzing) {
        Fuzzing.Report report = fuzzing.report(name, 2000);
        assertThat(report.refused()).isGreaterThanOrEqualTo(report.cases() / 2);
    }

    private static byte[][] arrays() {
        return new byte[][] {
            npy("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", 24),
            npy("{'descr': '>f8', 'fortran_order': True, 'shape': (2, 2)}", 32),
            npy("{'descr': '|b1', 'fortran_order': False, 'shape': (3,), }", 3),
            npy("{'descr': '<i8', 'fortran_order': True, 'shape': (2, 1, 2, 2), }", 64)
        };
    }

    private static byte[] npy(String header, int bytes) {
        ByteBuffer file = ByteBuffer.allocate(11 + header.length() + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) (header.length() + 1));
        return file.put((header + "\n").getBytes(StandardCharsets.US_ASCII)).array();
    }

    private static byte[] safetensors(String header, int bytes) {
        return ByteBuffer.allocate(8 + header.length() + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length())
                .put(header.getBytes(StandardCharsets.UTF_8))
                .array();
    }
}
