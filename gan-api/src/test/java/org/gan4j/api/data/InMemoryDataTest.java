package org.gan4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class InMemoryDataTest {
    private final float[][] samples = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};

    @Test
    void readsSamplesInTheRequestedOrder() {
        Dataset data = DataSource.of(samples, 1, 2, 2).withLabels(7, 8, 9).open();
        Map<String, TensorData> batch = data.read(2, 0, 2);
        assertThat(batch.get("image"))
                .isEqualTo(TensorData.of(new float[] {9, 10, 11, 12, 1, 2, 3, 4, 9, 10, 11, 12}, Shape.of(3, 1, 2, 2)));
        assertThat(batch.get("label")).isEqualTo(TensorData.of(new int[] {2, 0, 2}, Shape.of(3)));
    }

    @Test
    void theLabelsThatOccurAreTheClasses() {
        Dataset two = DataSource.of(new float[][] {{1}, {2}, {3}})
                .withLabels(7, 3, 7)
                .withCaptions(List.of("a", "b", "c"))
                .open();
        assertThat(two.classes()).containsExactly("3", "7");
        assertThat(two.read(0, 1, 2).get("label").toInts()).containsExactly(1, 0, 1);
    }

    @Test
    void anUnknownLabelStaysUnknown() {
        Dataset data = DataSource.of(samples).withLabels(5, -1, 0).open();
        assertThat(data.classes()).containsExactly("0", "5");
        assertThat(data.read(0, 1, 2).get("label").toInts()).containsExactly(1, -1, 0);
    }

    @Test
    void samplesWithoutAShapeAreVectors() {
        assertThat(DataSource.of(samples).open().field("image").shape()).isEqualTo(Shape.of(4));
    }

    @Test
    void ignoresLaterChangesToTheArrays() {
        InMemoryData source = DataSource.of(samples);
        samples[0][0] = 99;
        assertThat(source.open().read(0).get("image").get(0)).isEqualTo(1);
    }

    @Test
    void refusesUnfitDataWithAMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSource.of(samples, 1, 2, 3))
                .withMessageContaining("sample 0")
                .withMessageContaining("needs 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSource.of(new float[0][]))
                .withMessageContaining("no samples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSource.of(samples).with("image", samples))
                .withMessageContaining("already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSource.of(samples).withLabels(1, 2).open())
                .withMessageContaining("label has 2 samples");
    }
}
