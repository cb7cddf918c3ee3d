package org.gan4j.dsl.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.gan4j.api.data.Scale;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Npy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
    private static final List<Scale> SCALES = List.of(new Scale("height, m", 500, 500), new Scale("x", 0, 5));

    private final Samples samples = new Samples(TensorData.of(new float[] {-1, 1, 0.5f, -0.1f}, Shape.of(2, 2)));

    @TempDir
    private Path folder;

    @Test
    void vectorsAreSavedInTheUnitsOfTheData() {
        Path array = folder.resolve("x.npy");
        Path table = folder.resolve("x.csv");
        samples.withScales(SCALES).saveNpy(array).saveCsv(table);
        assertThat(Npy.read(array)).isEqualTo(TensorData.of(new float[] {0, 5, 750, -0.5f}, Shape.of(2, 2)));
        assertThat(table).hasContent("\"height, m\",x\n0.0,5.0\n750.0,-0.5\n");
        assertThat(samples.withScales(SCALES).data()).isEqualTo(samples.data());
    }

    @Test
    void oneScaleStandsForAllNumbers() {
        assertThat(samples.withScales(List.of(new Scale("", 127.5, 127.5)))
                        .inUnits()
                        .toFloats())
                .containsExactly(0, 255, 191.25f, 114.75f);
    }

    @Test
    void withoutUnitsNumbersStayAndColumnsHaveNoNames() {
        Path table = folder.resolve("x.csv");
        samples.saveCsv(table);
        assertThat(table).hasContent("-1.0,1.0\n0.5,-0.1\n");
    }

    @Test
    void printAsAFewNumbers() {
        assertThat(samples).hasToString("2 samples, float[2, 2] [[-1.0000, 1.0000], [0.50000, -0.10000]]");
        assertThat(new Samples(TensorData.of(new float[4 * 3 * 28 * 32], Shape.of(4, 3, 28, 32))))
                .hasToString("4 color images of 32×28 pixels, float[4, 3, 28, 32] from 0.0000 to 0.0000, mean 0.0000:"
                        + " 0.0000, 0.0000, 0.0000, 0.0000, 0.0000, 0.0000, ...");
        assertThat(new Samples(TensorData.of(new float[1], Shape.of(1, 1, 1, 1)), OptionalInt.empty(), Map.of("a", 1)))
                .hasToString("1 gray images of 1×1 pixels, float[1, 1, 1, 1] [[[[0.0000]]]], classes {a=1}");
    }

    @Test
    void imagesAreNoTable() {
        Samples images = new Samples(TensorData.of(new float[4], Shape.of(1, 1, 2, 2)));
        assertThatThrownBy(() -> images.saveCsv(folder.resolve("x.csv")))
                .hasMessage("a CSV file holds vectors [N,D], not [1, 1, 2, 2]: save these samples as .npy");
        assertThatThrownBy(() -> images.withScales(SCALES)).hasMessageContaining("2 units do not fit");
    }
}
