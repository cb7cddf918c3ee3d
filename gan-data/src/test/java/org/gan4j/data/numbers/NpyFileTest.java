package org.gan4j.data.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Scale;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyFileTest {
    private static final Offset<Float> CLOSE = Offset.offset(1e-6f);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("x.npy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | AUTO | 1",
                "7,5 | AUTO | 5",
                "7,4,5 | AUTO | 1,4,5",
                "7,3,4,5 | AUTO | 3,4,5",
                "7,1,8,9 | AUTO | 1,8,9",
                "7,1,4,4 | AUTO | 1,4,4",
                "7,4,4,1 | AUTO | 1,4,4",
                "7,2,9,8 | AUTO | 2,9,8",
                "7,9,8,2 | AUTO | 2,9,8",
                "7,4,9,8 | AUTO | 4,9,8",
                "7,9,8,4 | AUTO | 4,9,8",
                "7,1,4,3 | CHW | 1,4,3",
                "7,4,5,3 | HWC | 3,4,5",
                "7,5,4,3 | AUTO | 3,5,4",
                "7,4,5,1 | HWC | 1,4,5",
                "7,4,5,2 | CHW | 4,5,2",
                "7,4,5,2 | HWC | 2,4,5",
                "7,4,5,3 | CHW | 4,5,3"
            })
    void theAxesSayWhatTheSamplesAre(String dims, Layout layout, String sample) {
        Shape shape = shape(dims);
        Npy.write(file, TensorData.of(new float[shape.size()], shape));
        Dataset data = new NpyFile(file.toString(), layout, Scaling.AUTO).open();
        assertThat(data.size()).isEqualTo(7);
        assertThat(data.field("image").shape()).isEqualTo(shape(sample));
        assertThat(data.read(6, 0).get("image").shape()).isEqualTo(shape("2," + sample));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7,4,5,2", "7,1,4,3", "7,4,5,3", "7,3,3,3", "7,8,9,16", "7,16,8,9"})
    void imagesThatMayHaveChannelsFirstOrLastAreRefused(String dims) {
        Shape shape = shape(dims);
        Npy.write(file, TensorData.of(new float[shape.size()], shape));
        rejects("set layout to CHW or HWC");
    }

    @Test
    void largeNumbersAreScaledBeforeTheyAreRounded() {
        Npy.write(file, TensorData.of(new double[] {1700000001, 1700000002, 1700000003}, Shape.of(3)));
        assertThat(scaled(Scaling.AUTO)).containsExactly(-1, 0, 1);
    }

    @Test
    void theUnitsOfVectorsAreKnown() {
        Npy.write(file, TensorData.of(new double[] {0, -5, 1000, 5}, Shape.of(2, 2)));
        assertThat(NpyFile.of(file).open().scales()).containsExactly(new Scale("", 500, 500), new Scale("", 0, 5));
        Npy.write(file, TensorData.of(new double[] {10, 10, 30, 30}, Shape.of(2, 2)));
        assertThat(NpyFile.of(file).open().scales()).as("one for both").containsExactly(new Scale("", 20, 10));
    }

    @Test
    void imagesAndVeryLongVectorsHaveNoUnits() {
        Npy.write(file, TensorData.of(new double[] {0, -5, 1000, 5}, Shape.of(2, 1, 2)));
        assertThat(NpyFile.of(file).open().scales()).isEmpty();
        double[] numbers = IntStream.range(0, 2 * 1025).asDoubleStream().toArray();
        Npy.write(file, TensorData.of(numbers, Shape.of(2, 1025)));
        assertThat(NpyFile.of(file).open().scales()).isEmpty();
    }

    @Test
    void theFileIsNamed() {
        Npy.write(file, TensorData.of(new float[2], Shape.of(2)));
        assertThat(NpyFile.of(file).open().files()).containsExactly(new DataFile("x.npy", 128 + 8));
    }

    @Test
    void channelsThatComeLastAreMovedToTheFront() {
        float[] values = new float[12];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 16f;
        }
        Npy.write(file, TensorData.of(values, Shape.of(2, 1, 2, 3)));
        // numpy.moveaxis(x, -1, 1)
        assertThat(new NpyFile(file.toString(), Layout.HWC, Scaling.NONE)
                        .open()
                        .read(1)
                        .get("image"))
                .isEqualTo(TensorData.of(
                        new float[] {6 / 16f, 9 / 16f, 7 / 16f, 10 / 16f, 8 / 16f, 11 / 16f}, Shape.of(1, 3, 1, 2)));
    }

    @Test
    void bytesAreScaledAsPixels() throws IOException {
        write("|u1", "(2, 1, 2)", new byte[] {0, 51, (byte) 204, (byte) 255});
        Dataset data = NpyFile.of(file).open();
        assertThat(data.read(0, 1).get("image"))
                .isEqualTo(TensorData.of(new float[] {-1, -0.6f, 0.6f, 1}, Shape.of(2, 1, 1, 2)));
        assertThat(new NpyFile(file.toString(), Layout.AUTO, Scaling.NONE)
                        .open()
                        .read(1)
                        .get("image")
                        .toFloats())
                .containsExactly(204, 255);
    }

    @Test
    void doublesAreRounded() {
        Npy.write(file, TensorData.of(new double[] {0.1, -0.7}, Shape.of(2, 1)));
        assertThat(NpyFile.of(file).open().read(1, 0).get("image").toFloats()).containsExactly(-0.7f, 0.1f);
    }

    /** The formula is 2 (v - low) / (high - low) - 1 for each column. */
    @Test
    void vectorsAreScaledByColumn() {
        Npy.write(file, TensorData.of(new float[] {0, 100, 4, 300, 1, 500}, Shape.of(3, 2)));
        assertThat(scaled(Scaling.AUTO)).containsExactly(new float[] {-1, -1, 1, 0, -0.5f, 1}, CLOSE);
        assertThat(scaled(Scaling.NONE)).containsExactly(0, 100, 4, 300, 1, 500);
        // numpy: (x - x.mean(0)) / x.std(0)
        assertThat(scaled(Scaling.STANDARD))
                .containsExactly(new float[] {-0.9805807f, -1.2247449f, 1.3728129f, 0, -0.3922323f, 1.2247449f}, CLOSE);
    }

    @Test
    void imagesAreScaledTogether() {
        Npy.write(file, TensorData.of(new float[] {0, 100, 4, 400}, Shape.of(2, 1, 2)));
        assertThat(scaled(Scaling.MIN_MAX)).containsExactly(new float[] {-1, -0.5f, -0.98f, 1}, CLOSE);
    }

    @Test
    void numbersWithinOneAreNotScaled() {
        Npy.write(file, TensorData.of(new float[] {0, 0.5f, -1, 0.25f}, Shape.of(2, 2)));
        assertThat(scaled(Scaling.AUTO)).containsExactly(0, 0.5f, -1, 0.25f);
    }

    @Test
    void aColumnOfOneNumberBecomesZero() {
        Npy.write(file, TensorData.of(new float[] {7, 1, 7, 2}, Shape.of(2, 2)));
        assertThat(scaled(Scaling.MIN_MAX)).containsExactly(0, -1, 0, 1);
        assertThat(scaled(Scaling.STANDARD)).containsExactly(0, -1, 0, 1);
    }

    @Test
    void rejectsUnusableFiles() throws IOException {
        rejects("there is no .npy file");
        Npy.write(file, TensorData.of(new float[] {1, 2, 3, Float.NaN}, Shape.of(2, 2)));
        rejects("holds NaN in sample 1, at index 1 of 2");
        Npy.write(file, TensorData.of(new double[] {1, 1e300}, Shape.of(2)));
        rejects("holds 1.0E300 in sample 1, at index 0 of 1, which is no finite float");
        write("|b1", "(2, 1)", new byte[] {1, 2});
        rejects("a boolean is stored as 2");
        Npy.write(file, TensorData.of(new float[16], Shape.of(1, 2, 2, 2, 2)));
        rejects("has 5 axes");
        Npy.write(file, TensorData.of(new float[0], Shape.of(0, 2)));
        rejects("no samples");
        Npy.write(file, TensorData.scalar(1f));
        rejects("no samples");
        write("<f4", "(2, 2)", new byte[15]);
        rejects("need 16 bytes after the header, and there are 15");
        Files.writeString(file, "hello world, this is no array");
        rejects("does not begin as a .npy file");
    }

    private void rejects(String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NpyFile.of(file).open())
                .withMessageContaining("x.npy")
                .withMessageContaining(message);
    }

    private float[] scaled(Scaling scaling) {
        Dataset data = new NpyFile(file.toString(), Layout.AUTO, scaling).open();
        int[] all = new int[data.size()];
        Arrays.setAll(all, i -> i);
        return data.read(all).get("image").toFloats();
    }

    private void write(String type, String shape, byte[] elements) throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + elements.length);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        bytes.put(header.getBytes(StandardCharsets.US_ASCII)).put(elements);
        Files.write(file, bytes.array());
    }

    private static Shape shape(String dims) {
        return Shape.of(
                Arrays.stream(dims.split(",")).mapToLong(Long::parseLong).toArray());
    }
}
