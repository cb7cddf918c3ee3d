package org.gan4j.data.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingBySamplingTest {
    private static final int ROWS = 1000;

    @TempDir
    private Path folder;

    /** One row in ten is b, one in a hundred is c; half are members. */
    private Dataset sampled() throws IOException {
        Path file = Files.writeString(
                folder.resolve("t.csv"),
                "kind,member\n"
                        + IntStream.range(0, ROWS)
                                .mapToObj(i -> (i % 100 == 0 ? "c" : i % 10 == 1 ? "b" : "a") + ","
                                        + (i / 100 % 2 == 0 ? "yes" : "no"))
                                .collect(Collectors.joining("\n")));
        return TableFile.of(file).sampling(RowSampling.LOG_FREQUENCY).open();
    }

    @Test
    void valuesAreDrawnByTheLogarithmOfTheirFrequency() throws IOException {
        try (Dataset data = sampled()) {
            Dataset drawn = data.partitions().get(0);
            assertThat(drawn.size()).isEqualTo(2 * ROWS);
            Map<String, TensorData> all =
                    drawn.read(IntStream.range(0, drawn.size()).toArray());
            float[] rows = all.get(Field.IMAGE).toFloats();
            int[] columns = all.get("condition").toInts();
            Map<String, Integer> counts = new TreeMap<>();
            for (int i = 0; i < drawn.size(); i++) {
                int at = 5 * i; // a, b, c; no, yes, in the order of their frequencies and of FLAG
                int block = columns[i] == 0 ? at : at + 3;
                int place = rows[block] == 1 ? 0 : rows[block + 1] == 1 ? 1 : 2;
                counts.merge(columns[i] + ":" + place, 1, Integer::sum);
            }
            // log(891), log(101), log(11) of their sum: 0.4857, 0.3300, 0.1843... (NumPy)
            double a = Math.log(891);
            double b = Math.log(101);
            double c = Math.log(11);
            assertThat(counts)
                    .containsEntry("0:0", (int) Math.round(ROWS * a / (a + b + c)))
                    .containsEntry("0:2", ROWS - (int) Math.round(ROWS * (a + b) / (a + b + c)))
                    .containsEntry("1:0", ROWS / 2)
                    .containsEntry("1:1", ROWS / 2);
        }
    }

    @Test
    void whateverElseReadsTheRowsFindsEachOnce() throws IOException {
        try (Dataset data = sampled()) {
            assertThat(data.size()).isEqualTo(ROWS);
            float[] rows = data.read(IntStream.range(0, ROWS).toArray())
                    .get(Field.IMAGE)
                    .toFloats();
            assertThat(IntStream.range(0, ROWS)
                            .filter(i -> rows[5 * i + 2] == 1)
                            .count())
                    .isEqualTo(ROWS / 100);
            assertThat(data.partitions().get(0).fields()).isEqualTo(data.fields());
        }
    }
}
