package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.InMemoryData;
import org.junit.jupiter.api.Test;

class BalancedTest {
    /** Returns vectors that hold their index. */
    private static InMemoryData numbered(int... labels) {
        float[][] samples = new float[labels.length][];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = new float[] {i};
        }
        return DataSource.of(samples).withLabels(labels);
    }

    private static float[] samples(DataSource source) {
        try (Dataset data = source.open()) {
            return data.read(IntStream.range(0, data.size()).toArray())
                    .get(Field.IMAGE)
                    .toFloats();
        }
    }

    @Test
    void classesTakeTurnsAndRareOnesStartOver() {
        // class 0 has the samples 1, 3, 4; class 1, called 2, has 0 and 2; class 2, called 5, has 5
        Balanced balanced = Balanced.of(numbered(2, 0, 2, 0, 0, 5));
        assertThat(samples(balanced)).containsExactly(1, 0, 5, 3, 2, 5, 4, 0, 5);
        try (Dataset data = balanced.open()) {
            assertThat(data.size()).isEqualTo(9);
            assertThat(data.classes()).containsExactly("0", "2", "5");
            assertThat(data.read(0, 1, 2, 3, 4, 5, 6, 7, 8).get(Field.LABEL).toInts())
                    .containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2);
        }
    }

    @Test
    void equallyFrequentClassesAreOnlyReordered() {
        assertThat(samples(Balanced.of(numbered(1, 1, 0, 0)))).containsExactly(2, 0, 3, 1);
        assertThat(samples(Balanced.of(numbered(7)))).containsExactly(0);
    }

    @Test
    void otherDataAreBalancedAsWell() {
        assertThat(Balanced.of(new Part(numbered(0, 1), 0, 2)).over(FashionMnist.embedded()))
                .isEqualTo(Balanced.of(new Part(FashionMnist.embedded(), 0, 2)));
    }

    @Test
    void dataWithoutClassesAreRefused() {
        assertThatThrownBy(() ->
                        Balanced.of(DataSource.of(new float[][] {{1}, {2}})).open())
                .hasMessage(
                        "the data source balanced needs one INT label per sample; the data source array has [image]:"
                                + " use a folder with a sub-folder for each class, or data with labels");
        assertThatThrownBy(() -> EqualClasses.of(new int[] {0, -1}, "mine"))
                .hasMessage("sample 1 of the data source mine has no class, so the classes cannot be balanced: use data"
                        + " in which every sample has one");
        assertThatThrownBy(() -> EqualClasses.of(new int[0], "mine"))
                .hasMessage("the data source mine has no samples to balance");
        assertThatThrownBy(() -> Balanced.of(PartlyLabeled.of(FashionMnist.embedded(), 10))
                        .open())
                .hasMessage("the data source partly-labeled has partitions, whose samples and labels do not belong"
                        + " together: balance each of its parts, inside it");
    }

    @Test
    void captionsAndOtherFieldsStay() {
        DataSource captioned = numbered(0, 0, 1).withCaptions(List.of("a", "b", "c"));
        try (Dataset data = Balanced.of(captioned).open()) {
            assertThat(data.read(1, 3).get(Field.CAPTION).toInts()).containsExactly(2, 2);
            assertThat(data.captions()).containsExactly("a", "b", "c");
        }
    }
}
