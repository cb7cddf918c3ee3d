package org.gan4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.api.evaluation.Extraction.Extracted;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OnnxFeaturesTest {
    private static final Engine ENGINE = Engines.preferred();

    private static String tiny() throws URISyntaxException {
        return Path.of(OnnxFeaturesTest.class.getResource("tiny.onnx").toURI()).toString();
    }

    /** The images of make_onnx.py. */
    private static TensorData images() {
        double[] values = new double[2 * 3 * 36];
        Arrays.setAll(values, i -> Math.sin(i * 0.7));
        return TensorData.of(DType.FLOAT, values, Shape.of(2, 3, 6, 6));
    }

    private static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void featuresAreThoseOfNumPy(Scaling scaling) throws IOException, URISyntaxException {
        JsonNode known =
                new ObjectMapper().readTree(getClass().getResource("tiny.json")).get(scaling.name());
        double[] expected = numbers(known.get("vectors"));
        double largest = Arrays.stream(expected).max().orElseThrow();
        for (String output : new String[] {"", "vectors", "maps"}) {
            OnnxFeatures settings = new OnnxFeatures(tiny(), output, "probabilities", 0, scaling);
            try (Extraction extraction = settings.open(ENGINE, null)) {
                Extracted extracted = extraction.of(images());
                assertThat(extracted.features().toDoubles()).containsExactly(expected, offset(1e-5 * largest));
                assertThat(extracted.probabilities().orElseThrow().toDoubles())
                        .containsExactly(numbers(known.get("probabilities")), offset(1e-4));
            }
        }
    }

    @Test
    void imagesAreResizedAndGrayBecomesColor() throws URISyntaxException {
        OnnxFeatures settings = new OnnxFeatures(tiny(), "", "", 0, Scaling.SIGNED);
        try (Extraction extraction = settings.open(ENGINE, null)) {
            Extracted extracted = extraction.of(TensorData.of(new float[20 * 81], Shape.of(20, 1, 9, 9)));
            assertThat(extracted.features().shape()).isEqualTo(Shape.of(20, 4));
            assertThat(extracted.probabilities()).isEmpty();
            assertThat(extraction.network()).isEqualTo("onnx tiny.onnx vectors, SIGNED, at 6×6");
            assertThat(extraction.resizing()).isEqualTo("triangle filter to 6×6");
            assertThat(extraction.weights()).matches("[0-9a-f]{12}");
        }
    }

    @Test
    void theNetworkNamesTheOutputs() throws URISyntaxException {
        OnnxFeatures settings = new OnnxFeatures(tiny(), "", "probabilities", 0, Scaling.SIGNED);
        try (Extraction extraction = settings.open(ENGINE, null)) {
            assertThat(extraction.network()).isEqualTo("onnx tiny.onnx vectors and probabilities, SIGNED, at 6×6");
        }
    }

    @Test
    void aMissingFileIsAProblem(@TempDir Path folder) throws URISyntaxException {
        Path none = folder.resolve("none.onnx");
        DataSchema images = new DataSchema(List.of(new Field("image", DType.FLOAT, Shape.of(1, 6, 6))), List.of());
        assertThat(new OnnxFeatures(none.toString(), "", "", 0, Scaling.UNIT).problem(images))
                .contains("there is no ONNX file " + none
                        + ": name the file of your network, such as {name: onnx, file: features.onnx}");
        assertThat(new OnnxFeatures(tiny(), "", "", 0, Scaling.UNIT).problem(images))
                .isEmpty();
    }

    @Test
    void unusableFilesAndSettingsAreNamed(@TempDir Path folder) throws IOException, URISyntaxException {
        String tiny = tiny();
        assertThatThrownBy(() -> open(folder.resolve("none").toString(), "", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no ONNX file ");
        Path text = Files.writeString(folder.resolve("text.onnx"), "nothing");
        assertThatThrownBy(() -> open(text.toString(), "", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be read as ONNX: ");
        assertThatThrownBy(() -> open(tiny, "pool", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(tiny + " has no output pool: choose one of [vectors, maps, probabilities]");
        assertThatThrownBy(() -> open(tiny, "", 224))
                .hasMessage(tiny + " takes images of 6×6, not of 224×224: leave the size out");
        assertThatThrownBy(() -> new OnnxFeatures(tiny, "", "", -1, Scaling.UNIT))
                .hasMessage("the size of images for an ONNX file must be at least 1, or 0 for the file's own, not -1");
    }

    private static void open(String file, String output, int size) {
        new OnnxFeatures(file, output, "", size, Scaling.UNIT)
                .open(ENGINE, null)
                .close();
    }
}
