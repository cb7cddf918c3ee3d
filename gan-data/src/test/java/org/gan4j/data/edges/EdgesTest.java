package org.gan4j.data.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.PixelScaling;
import org.gan4j.data.FashionMnist;
import org.gan4j.data.Oracle;
import org.gan4j.data.PartlyLabeled;
import org.gan4j.data.folder.ImageFolder;
import org.gan4j.data.folder.PairedFolder;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected lines: {@code src/test/oracle/make_edges_oracle.py}. */
class EdgesTest {
    private static float[] lines(DataSource source) {
        try (Dataset data = source.open()) {
            return data.read(0).get("source").toFloats();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk", "waves", "noise"})
    void drawsTheLinesOfTheFormula(String name) {
        JsonNode known = Oracle.read("edges.json").get(name);
        float[] image = new float[known.get("levels").size()];
        for (int i = 0; i < image.length; i++) {
            image[i] = PixelScaling.scaled((byte) known.get("levels").get(i).asInt());
        }
        float[] expected = new float[known.get("lines").size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = 1 - 2 * known.get("lines").get(i).asInt();
        }
        DataSource data = DataSource.of(
                new float[][] {image},
                known.get("shape").get(0).asInt(),
                known.get("shape").get(1).asInt(),
                known.get("shape").get(2).asInt());
        assertThat(lines(Edges.of(data).threshold(known.get("threshold").asDouble())))
                .containsExactly(expected);
    }

    @Test
    void aStepIsALineOfOnePixelIfItIsAsHighAsTheThreshold() {
        float[] step = {0.2f, 0.2f, 0.2f, 0.6f, 0.6f, 0.6f};
        DataSource data = DataSource.of(new float[][] {step}, 1, 1, 6);
        assertThat(lines(Edges.of(data))).containsExactly(1, 1, -1, 1, 1, 1);
        assertThat(lines(Edges.of(data).threshold(0.21))).containsOnly(1);
    }

    @Test
    void theOtherFieldsStayAsTheyAre() {
        try (Dataset whole = FashionMnist.embedded().open();
                Dataset data = Edges.of(FashionMnist.embedded()).open()) {
            assertThat(data.size()).isEqualTo(whole.size());
            assertThat(data.classes()).isEqualTo(whole.classes());
            assertThat(data.fields()).hasSize(3).containsAll(whole.fields());
            assertThat(data.field("source")).isEqualTo(new Field("source", DType.FLOAT, Shape.of(1, 28, 28)));
            assertThat(data.read(5, 1)).containsAllEntriesOf(whole.read(5, 1));
            assertThat(data.read(5, 1).get("source").rows(1, 2))
                    .isEqualTo(data.read(1).get("source"));
            assertThat(data.transformed()).isEmpty();
        }
    }

    @Test
    void otherDataAreDrawnInTheSameWayUnlessTheyArePairs() {
        Edges edges = Edges.of(FashionMnist.embedded()).threshold(0.4);
        ImageFolder photos = ImageFolder.of(Path.of("photos"), 32);
        assertThat(edges.over(photos)).isEqualTo(Edges.of(photos).threshold(0.4));
        PairedFolder pairs = PairedFolder.of(Path.of("pairs"), 32);
        assertThat(edges.over(pairs)).isEqualTo(pairs);
        assertThat(edges.over(Edges.of(photos))).isEqualTo(Edges.of(photos));
    }

    @Test
    void dataWithoutImagesAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edges.of(DataSource.of(new float[2][3], 3)).open())
                .withMessage(
                        "the images of array, FLOAT [3], have no edges that could be drawn: choose data with images,"
                                + " FLOAT [1,H,W] or [3,H,W]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Edges.of(DataSource.of(new float[2][8], 2, 2, 2)).open())
                .withMessageContaining("FLOAT [2, 2, 2]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edges.of(Edges.of(FashionMnist.embedded())).open())
                .withMessage(
                        "the data edges already have a field source, which edges would replace: use them as they are");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Edges.of(PartlyLabeled.of(FashionMnist.embedded(), 10)).open())
                .withMessageContaining("have several partitions: draw the edges of one of them");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void aThresholdThatEverythingReachesIsRejected(double threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edges.of(FashionMnist.embedded()).threshold(threshold))
                .withMessageStartingWith("the threshold of edges must be above 0, such as 0.2, not ");
    }
}
