package org.gan4j.metrics.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.IntStream;
import org.gan4j.api.evaluation.Extraction;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Engine;
import org.gan4j.tensor.engine.Engines;
import org.junit.jupiter.api.Test;

class PixelFeaturesTest {
    private static final Engine ENGINE = Engines.preferred();

    @Test
    void featuresAreThePrincipalComponentsOfNumPy() throws IOException {
        JsonNode known = new ObjectMapper().readTree(getClass().getResource("pixels-oracle.json"));
        check(Waves.of(80, 100), known.get("all"), "vectors");
        check(Waves.of(80, 1, 10, 10), known.get("all"), "pixels");
        check(Waves.of(300, 1, 24, 24), known.get("iterated"), "pixels");
    }

    private static void check(Waves data, JsonNode known, String what) {
        for (boolean whitened : new boolean[] {false, true}) {
            PixelFeatures settings = new PixelFeatures(32, 8, whitened, 10_000);
            try (Extraction extraction = settings.open(ENGINE, data)) {
                double[] expected = IntStream.range(0, 24)
                        .mapToDouble(i -> known.get(whitened ? "whitened" : "features")
                                .get(i)
                                .asDouble())
                        .toArray();
                double[] features =
                        extraction.of(data.samples(0, 1, 2)).features().toDoubles();
                assertThat(features).containsExactly(expected, offset(1e-4));
                assertThat(extraction.network())
                        .isEqualTo("8 %sprincipal components of %s, %.1f %% of the variance of %d samples"
                                .formatted(
                                        whitened ? "whitened " : "",
                                        what,
                                        100 * known.get("share").asDouble(),
                                        data.size()));
            }
        }
    }

    @Test
    void largeImagesAreReducedFirst() {
        Waves data = Waves.of(40, 3, 40, 60);
        try (Extraction extraction = new PixelFeatures(20, 500, false, 30).open(ENGINE, data)) {
            assertThat(extraction.resizing()).isEqualTo("triangle filter to 13×20");
            // 30 samples span 29 directions
            assertThat(extraction
                            .of(data.samples(IntStream.range(0, 40).toArray()))
                            .features()
                            .shape())
                    .isEqualTo(Shape.of(40, 29));
            assertThat(extraction.network()).contains("100.0 % of the variance of 30 samples");
            assertThat(extraction.weights()).matches("[0-9a-f]{12}");
        }
    }

    @Test
    void shortVectorsStayAsTheyAre() {
        Waves data = Waves.of(10, 5);
        try (Extraction extraction = PixelFeatures.standard().open(ENGINE, data)) {
            TensorData rows = data.samples(3, 4, 5);
            assertThat(extraction.of(rows).features()).isEqualTo(rows);
            assertThat(extraction.network()).isEqualTo("the 5 numbers themselves");
            assertThat(extraction.weights()).isEqualTo("none");
            assertThat(extraction.resizing()).isEqualTo("none");
        }
    }

    @Test
    void unusableDataAreRefused() {
        assertThatThrownBy(() -> PixelFeatures.standard().open(ENGINE, Waves.of(1, 1, 8, 8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pixels need at least 2 samples to learn from; there are 1: use more data, or another"
                        + " extractor, such as mobilenet-v2");
        assertThatThrownBy(() -> PixelFeatures.standard().open(ENGINE, new Waves(Shape.of(1, 8, 8), 9, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pixels need samples that differ, and all 9 are equal: check the data, or choose another"
                        + " extractor, such as mobilenet-v2");
        assertThatThrownBy(() -> PixelFeatures.standard().open(ENGINE, new Waves(Shape.of(1, 8, 8), 9, Float.NaN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("sample [0-8] of the data has the number NaN, and pixels need finite ones: check"
                        + " the sample");
    }

    @Test
    void settingsAreValidated() {
        assertThatThrownBy(() -> new PixelFeatures(0, 64, false, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pixels need a size and components of at least 1 and at least 2 samples; got size 0,"
                        + " components 64 and samples 100: the defaults are 32, 64 and 10000");
    }
}
