package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.data.numbers.NpyFile;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;
import org.gan4j.testkit.fuzzing.Fuzzing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read is checked, too: numbers are finite, and labels are classes. */
@Tag("fuzz")
class FilesFuzzTest {
    private static final byte[] IDX =
            HexFormat.of().parseHex("00000803" + "00000002" + "00000002" + "00000003" + "0102030405ff000102030405");

    @TempDir
    Path folder;

    @Test
    void damagedIdxFilesAreReadOrRefused() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(IDX);
        }
        Path file = folder.resolve("images");
        Fuzzing.of(file, path -> check(IdxImages.of(path)), IllegalArgumentException.class)
                .seeds(IDX, zipped.toByteArray())
                .report("idx", 1000);
    }

    @Test
    void damagedLabelsAreReadOrRefused() throws IOException {
        Path images = Files.write(folder.resolve("images"), IDX);
        Fuzzing.of(folder.resolve("labels"), path -> check(IdxImages.of(images, path)), IllegalArgumentException.class)
                .seeds(HexFormat.of().parseHex("00000801" + "00000002" + "0709"))
                .report("idx labels", 1000);
    }

    @Test
    void damagedCifarFilesAreReadOrRefused() {
        byte[] records = new byte[2 * 3073];
        records[3073] = 9;
        Fuzzing.of(folder.resolve("data_batch_1.bin"), path -> check(Cifar10.of(path)), IllegalArgumentException.class)
                .seeds(records)
                .report("cifar-10", 1000);
    }

    @Test
    void damagedArraysAreReadOrRefused() throws IOException {
        Path file = folder.resolve("x.npy");
        Npy.write(file, TensorData.of(new float[] {1, 2, 3, 4, 5, 6}, Shape.of(3, 2)));
        byte[] vectors = Files.readAllBytes(file);
        Npy.write(file, TensorData.of(new double[60], Shape.of(1, 5, 4, 3)));
        byte[] images = Files.readAllBytes(file);
        Fuzzing.of(file, path -> check(NpyFile.of(path)), IllegalArgumentException.class)
                .seeds(vectors, images)
                .tokens("True", "'>f4'", "'|u1'", "'|b1'", "'<f2'", "(2, 2, 2, 2)", "(6,)", "(1, 6)", "\u007f")
                .report("npy data", 1000);
    }

    @Test
    void damagedTablesAreReadOrRefused() {
        Fuzzing.of(folder.resolve("x.csv"), path -> check(CsvFile.of(path)), IllegalArgumentException.class)
                .seeds("x,y\n0.5,1\n-1e3,2\n", "0.5,1\n1,2\n", "\ufeffa,\"b\nc\"\r\n1,\"2\"\r\n")
                .tokens(words())
                .report("csv", 1000);
    }

    @Test
    void damagedTablesWithLabelsAreReadOrRefused() {
        Fuzzing.of(
                        folder.resolve("x.csv"),
                        path -> check(CsvFile.of(path).withLabel("kind")),
                        IllegalArgumentException.class)
                .seeds("x,kind\n0.5,dog\n-1,cat\n", "x,kind\n0.5,3\n-1,7\n0,100\n")
                .tokens(words())
                .report("csv with labels", 1000);
    }

    private static String[] words() {
        return new String[] {
            ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "\ufeff", "nan", "inf", "1e999", "-", "+", "0,5", "1_000",
            "0x1p3", "kind", "x", "\u0000", "\u0661", " ", "1e-400", "#", "\\"
        };
    }

    /** Reads all samples and checks them. */
    private static void check(DataSource source) {
        try (Dataset data = source.open()) {
            assertThat(data.files()).isNotEmpty();
            int[] all = IntStream.range(0, Math.min(data.size(), 1000)).toArray();
            float[] values = data.read(all).get(Field.IMAGE).toFloats();
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    throw new AssertionError("a sample has " + value);
                }
            }
            if (data.fields().size() > 1) {
                int[] labels = data.read(all).get(Field.LABEL).toInts();
                int classes = data.classes().size();
                assertThat(Arrays.stream(labels).allMatch(label -> label >= 0 && label < classes))
                        .isTrue();
            }
        }
    }
}
