package org.gan4j.tensor.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files and their numbers are NumPy's; see make_npy_oracles.py. */
class NpyOracleTest {
    @TempDir
    Path folder;

    record Case(String name, Shape shape, double[] numbers, byte[] file) {
        static Case of(String line) {
            String[] parts = line.split("\t", -1);
            long[] dims = Stream.of(parts[1].split(","))
                    .filter(dim -> !dim.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
            double[] numbers = Stream.of(parts[2].split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Case(parts[0], Shape.of(dims), numbers, HexFormat.of().parseHex(parts[3]));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = NpyOracleTest.class.getResourceAsStream("npy.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(Case::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void arraysAreReadAsNumpyReadsThem(Case one) throws IOException {
        Path file = Files.write(folder.resolve("x.npy"), one.file());
        TensorData read = Npy.read(file);
        assertThat(read.shape()).isEqualTo(one.shape());
        assertThat(IntStream.range(0, read.shape().size()).mapToDouble(read::get))
                .containsExactly(boxed(one.numbers()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rowsAreReadAsNumpyReadsThem(Case one) throws IOException {
        if (one.shape().rank() == 0) {
            return;
        }
        NpyRows rows = NpyRows.open(Files.write(folder.resolve("x.npy"), one.file()));
        assertThat(rows.rows()).isEqualTo(one.shape().dim(0));
        int size = rows.row().size();
        for (int row = 0; row < rows.rows(); row++) {
            assertThat(rows.read(row)).isEqualTo(Arrays.copyOfRange(one.numbers(), row * size, (row + 1) * size));
        }
    }

    private static Double[] boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Double[]::new);
    }
}
