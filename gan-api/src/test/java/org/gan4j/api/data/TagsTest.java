package org.gan4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class TagsTest {
    private static final List<List<String>> TAGS =
            List.of(List.of("hat", "face"), List.of("face"), List.of("face", "bow"));

    @Test
    void aSampleIsOneForEachTagThatItHas() {
        InMemoryData source = DataSource.of(new float[][] {{1}, {2}, {3}}).withTags(TAGS);
        try (Dataset data = source.open()) {
            assertThat(data.tags()).containsExactly("bow", "face", "hat");
            TensorData read = data.read(2, 0).get(Field.TAGS);
            assertThat(read.shape()).isEqualTo(Shape.of(2, 3));
            assertThat(read.toFloats()).containsExactly(1, 1, 0, 0, 1, 1);
            DataSchema schema = DataSchema.of(data);
            assertThat(schema.tags()).isEqualTo(data.tags());
            assertThat(schema.field(Field.TAGS).shape()).isEqualTo(Shape.of(3));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataSource.of(new float[][] {{1}}).withTags(List.of(List.of())))
                .withMessageContaining("no sample has a tag");
    }

    @Test
    void theMostFrequentTagsTellSamplesApart() {
        assertThat(Tags.mostFrequent(TAGS, 9)).containsExactly("bow", "hat");
        assertThat(Tags.mostFrequent(TAGS, 1)).containsExactly("bow");
    }
}
