package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Scale;
import org.gan4j.data.degraded.Degraded;
import org.gan4j.data.numbers.CsvFile;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sources that choose and combine samples of others. */
class DerivedDataTest {
    private static final int SAMPLES = 20;

    /** Returns gray images of two pixels, which both hold the number of the image. */
    private static DataSource numbered() {
        float[][] images = new float[SAMPLES][];
        for (int i = 0; i < SAMPLES; i++) {
            images[i] = new float[] {i, i};
        }
        return DataSource.of(images, 1, 1, 2)
                .withLabels(IntStream.range(0, SAMPLES).toArray());
    }

    @Test
    void aSubsetHasDifferentSamplesWithAllTheirFields() {
        try (Dataset subset = new Subset(numbered(), 5, 3).open()) {
            assertThat(subset.size()).isEqualTo(5);
            assertThat(subset.classes()).hasSize(SAMPLES);
            int[] labels = subset.read(0, 1, 2, 3, 4).get(Field.LABEL).toInts();
            assertThat(labels).doesNotHaveDuplicates();
            float[] pixels = subset.read(4).get(Field.IMAGE).toFloats();
            assertThat(pixels).containsExactly(labels[4], labels[4]);
        }
    }

    @Test
    void aSubsetDependsOnItsSeed() {
        assertThat(labels(new Subset(numbered(), 5, 3))).isEqualTo(labels(new Subset(numbered(), 5, 3)));
        assertThat(labels(new Subset(numbered(), 5, 3))).isNotEqualTo(labels(new Subset(numbered(), 5, 4)));
    }

    private static int[] labels(DataSource source) {
        try (Dataset data = source.open()) {
            return data.read(IntStream.range(0, data.size()).toArray())
                    .get(Field.LABEL)
                    .toInts();
        }
    }

    @Test
    void captionsStayWithTheirImages() {
        DataSource captioned = DataSource.of(new float[3][16], 1, 4, 4).withCaptions(List.of("x", "y", "x"));
        for (DataSource derived : List.of(
                captioned, Subset.of(captioned, 2), Degraded.of(captioned), new Unpaired(captioned, numbered()))) {
            try (Dataset data = derived.open()) {
                assertThat(data.captions()).as(derived.name()).containsExactly("x", "y");
                assertThat(data.partitions().get(0).captions())
                        .as(derived.name())
                        .containsExactly("x", "y");
            }
        }
        try (Dataset data = new Unpaired(numbered(), captioned).open()) {
            assertThat(data.captions()).isEmpty();
        }
    }

    @Test
    void unitsStayWithTheirVectors(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(folder.resolve("x.csv"), "height,kind\n0,a\n1000,b\n500,a\n");
        CsvFile scaled = CsvFile.of(table).withLabel("kind");
        for (DataSource derived : List.of(
                Subset.of(scaled, 2),
                new Part(scaled, 1, 2),
                Balanced.of(scaled),
                PartlyLabeled.of(scaled, 2),
                new Unpaired(scaled, numbered()))) {
            try (Dataset data = derived.open()) {
                assertThat(data.scales()).as(derived.name()).containsExactly(new Scale("height", 500, 500));
            }
        }
        try (Dataset data = new Unpaired(numbered(), scaled).open()) {
            assertThat(data.scales()).isEmpty();
        }
    }

    @Test
    void aSubsetOfMoreSamplesThanThereAreIsRefused() {
        assertThatThrownBy(() -> Subset.of(numbered(), 21).open())
                .hasMessage("the data array of a subset has only 20 samples, not 21: choose fewer");
    }

    @Test
    void partsHaveNoSampleInCommonAndAllTogether() {
        assertThat(labels(new Part(numbered(), 0, 3))).containsExactly(0, 3, 6, 9, 12, 15, 18);
        assertThat(labels(new Part(numbered(), 1, 3))).containsExactly(1, 4, 7, 10, 13, 16, 19);
        assertThat(labels(new Part(numbered(), 2, 3))).containsExactly(2, 5, 8, 11, 14, 17);
        assertThat(labels(new Part(numbered(), 19, 20))).containsExactly(19);
        assertThat(new Part(numbered(), 1, 3).over(FashionMnist.embedded()))
                .isEqualTo(new Part(FashionMnist.embedded(), 1, 3));
    }

    @Test
    void partsThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> new Part(numbered(), 2, 2))
                .hasMessage("the parts of data are numbered from 0 to 1 if there are 2: there is no part 2");
        assertThatThrownBy(() -> new Part(numbered(), -1, 2)).hasMessageContaining("there is no part -1");
        assertThatThrownBy(() -> new Part(numbered(), 0, 0)).hasMessage("data have at least 1 part, not 0");
        assertThatThrownBy(() -> new Part(numbered(), 20, 21).open())
                .hasMessage("the data array has only 20 samples, so its part 20 is empty: choose fewer parts");
        assertThatThrownBy(() -> new Part(new Unpaired(numbered(), numbered()), 0, 2).open())
                .hasMessage("the data unpaired has several partitions: take a part of each");
    }

    @Test
    void aStackedImageHasAGrayImageInEachChannel() {
        try (Dataset stacked = new Stacked(numbered(), 6, 1).open()) {
            assertThat(stacked.field(Field.IMAGE).shape()).isEqualTo(Shape.of(3, 1, 2));
            TensorData batch = stacked.read(5, 2).get(Field.IMAGE);
            float[] two = batch.toFloats();
            assertThat(two).hasSize(12);
            // the specified sequence of java.util.Random: three numbers of gray images per image
            int[] drawn = new Random(1).ints(18, 0, SAMPLES).toArray();
            for (int i = 0; i < two.length; i++) {
                int image = i < 6 ? 5 : 2;
                assertThat(two[i]).isEqualTo(drawn[3 * image + i % 6 / 2]);
            }
            assertThat(two[0]).isNotEqualTo(two[2]);
            assertThat(stacked.read(2).get(Field.IMAGE).toFloats())
                    .containsExactly(two[6], two[7], two[8], two[9], two[10], two[11]);
        }
    }

    @Test
    void moreStackedImagesThanCanBeNumberedAreRefused() {
        assertThatThrownBy(() -> new Stacked(numbered(), Integer.MAX_VALUE, 1))
                .hasMessage("stacked images need 1 to 715827882 samples, not 2147483647");
    }

    @Test
    void onlyGrayImagesAreStacked() {
        DataSource color = DataSource.of(new float[][] {{1, 2, 3}}, 3, 1, 1);
        assertThatThrownBy(() -> Stacked.of(color).open())
                .hasMessage("stacked images are made of gray ones, [1, H, W], but the images of array are [3, 1, 1]:"
                        + " choose gray data");
    }
}
