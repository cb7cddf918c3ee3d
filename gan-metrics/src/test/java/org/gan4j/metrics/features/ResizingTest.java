package org.gan4j.metrics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.LearningData;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResizingTest {
    private static final Field IMAGE = new Field(Field.IMAGE, DType.FLOAT, Shape.of(3, 28, 28));

    @Test
    void interpolationReadsImagesAsPytorchFidDoes() throws IOException {
        JsonNode known = new ObjectMapper().readTree(getClass().getResource("interpolation-oracle.json"));
        check(3, 4, 7, known.get("larger"));
        check(9, 11, 4, known.get("smaller"));
    }

    private static void check(int height, int width, int size, JsonNode known) {
        double[] pixels = new double[height * width];
        Arrays.setAll(pixels, j -> 1.1 * Math.sin(1 + 0.9 * j));
        Tensor image = Tensor.of(TensorData.of(DType.FLOAT, pixels, Shape.of(1, 1, height, width)));
        double[] expected = IntStream.range(0, size * size)
                .mapToDouble(i -> known.get(i).asDouble())
                .toArray();
        assertThat(Resizing.interpolation(size).of(image).toDoubles()).containsExactly(expected, offset(1e-6));
    }

    @Test
    void reportsNameTheFilter() {
        assertThat(Resizing.triangle(96)).hasToString("triangle filter to 96×96");
        assertThat(Resizing.interpolation(299)).hasToString("8 bits, interpolation without antialiasing to 299×299");
    }

    @Test
    void fidNeedsWeightsThatTheUserSupplies(@TempDir Path folder) {
        FidInception fid = new FidInception(folder.resolve("none").toString());
        assertThatThrownBy(() -> fid.open(Engines.preferred(), LearningData.none(IMAGE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no file " + folder.resolve("none") + " with the weights of FID's");
        assertThat(fid.network()).contains("fid-inception");
    }
}
