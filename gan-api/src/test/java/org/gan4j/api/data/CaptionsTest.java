package org.gan4j.api.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class CaptionsTest {
    private static final float[][] SAMPLES = {{1}, {2}, {3}};

    @Test
    void equalCaptionsAreOne() {
        try (Dataset data = DataSource.of(SAMPLES)
                .withCaptions(List.of("a dog", "赤いハート", "a dog"))
                .open()) {
            assertThat(data.captions()).containsExactly("a dog", "赤いハート");
            assertThat(data.read(2, 1).get(Field.CAPTION)).isEqualTo(TensorData.of(new int[] {0, 1}, Shape.of(2)));
        }
    }

    @Test
    void theSchemaOfDataHasTheirCaptions() {
        try (Dataset data =
                DataSource.of(SAMPLES).withCaptions(List.of("x", "y", "z")).open()) {
            assertThat(DataSchema.of(data).captions()).containsExactly("x", "y", "z");
            assertThat(new DataSchema(data.fields(), List.of()).captions()).isEmpty();
        }
    }

    @Test
    void aDataSetMayNameTheCaptionsThatItsColumnIndexes() {
        ColumnDataset data = ColumnDataset.of(List.of(new Captions(new int[] {1, 0}, List.of())))
                .withCaptions(List.of("x", "y"))
                .withClasses(List.of("one"))
                .withSkipped(List.of())
                .withClosing(() -> {});
        assertThat(data.captions()).containsExactly("x", "y");
        assertThat(data.classes()).containsExactly("one");
    }
}
