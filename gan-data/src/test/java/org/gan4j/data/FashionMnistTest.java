package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class FashionMnistTest {
    private final Dataset data = FashionMnist.embedded().open();

    @Test
    void holdsTenThousandLabeledImages() {
        assertThat(data.size()).isEqualTo(10_000);
        assertThat(data.fields())
                .containsExactly(
                        new Field("image", DType.FLOAT, Shape.of(1, 28, 28)),
                        new Field("label", DType.INT, Shape.scalar()));
        assertThat(FashionMnist.CLASSES).hasSize(10);
    }

    /** The numbers were read from the raw files with Python. */
    @Test
    void pixelsAndLabelsAreThoseOfTheFiles() {
        int[] samples = {0, 1, 4321, 9999};
        Map<String, TensorData> batch = data.read(samples);
        TensorData images = batch.get("image");
        assertThat(images.shape()).isEqualTo(Shape.of(4, 1, 28, 28));
        assertThat(batch.get("label")).isEqualTo(TensorData.of(new int[] {9, 2, 1, 5}, Shape.of(4)));
        int[] sums = {33456, 100994, 45623, 24390};
        int[] centers = {110, 234, 0, 132};
        int[] others = {0, 255, 236, 0};
        for (int i = 0; i < samples.length; i++) {
            assertThat(raw(images, i * 784 + 14 * 28 + 14)).isEqualTo(centers[i]);
            assertThat(raw(images, i * 784 + 10 * 28 + 9)).isEqualTo(others[i]);
            int start = i * 784;
            assertThat(IntStream.range(start, start + 784)
                            .map(at -> raw(images, at))
                            .sum())
                    .isEqualTo(sums[i]);
        }
    }

    @Test
    void pixelsSpanMinusOneToOne() {
        float[] values = data.read(1).get("image").toFloats();
        float low = 0;
        float high = 0;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        assertThat(low).isEqualTo(-1);
        assertThat(high).isEqualTo(1);
    }

    @Test
    void everyClassHasAThousand() {
        int[] counts = new int[10];
        int[] labels =
                data.read(IntStream.range(0, 10_000).toArray()).get("label").toInts();
        for (int label : labels) {
            counts[label]++;
        }
        assertThat(counts).containsOnly(1000);
    }

    @Test
    void samplesThatDoNotExistAreNamed() {
        assertThatThrownBy(() -> data.read(3, 10_000))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("no sample 10000");
    }

    @Test
    void isFoundByName() {
        assertThat(ServiceLoader.load(GanPlugin.class).stream()
                        .flatMap(plugin -> plugin.get().dataSources().stream())
                        .filter(source -> source.name().equals("fashion-mnist")))
                .containsExactly(new FashionMnist());
    }

    private static int raw(TensorData images, int at) {
        return (int) Math.round((images.get(at) + 1) * 127.5);
    }
}
