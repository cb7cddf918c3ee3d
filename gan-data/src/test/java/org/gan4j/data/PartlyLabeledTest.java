package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Transform;
import org.gan4j.data.transforms.TransformedBatches;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class PartlyLabeledTest {
    /** Returns data in which sample i is the number i and has the i-th class. */
    private static DataSource data(int... labels) {
        float[][] samples = new float[labels.length][1];
        for (int i = 0; i < labels.length; i++) {
            samples[i][0] = i;
        }
        return DataSource.of(samples).withLabels(labels);
    }

    private static Map<String, TensorData> labeled(DataSource source) {
        Dataset labeled = source.open().partitions().get(1);
        return labeled.read(IntStream.range(0, labeled.size()).toArray());
    }

    @Test
    void theRequestedLabelsAreBalancedOverTheClasses() {
        int[] counts = new int[10];
        Map<String, TensorData> read = labeled(PartlyLabeled.of(FashionMnist.embedded(), 100));
        for (int label : read.get("label").toInts()) {
            counts[label]++;
        }
        assertThat(counts).containsOnly(10);
        assertThat(read.get("labelled").shape().dims()).containsExactly(100, 1, 28, 28);
    }

    @Test
    void theirLabelsAreTheirOwn() {
        Dataset whole = FashionMnist.embedded().open();
        Map<TensorData, Integer> byImage = new HashMap<>();
        for (int i = 0; i < whole.size(); i++) {
            Map<String, TensorData> one = whole.read(i);
            byImage.put(one.get("image"), one.get("label").toInts()[0]);
        }
        Map<String, TensorData> read = labeled(PartlyLabeled.of(FashionMnist.embedded(), 30));
        for (int i = 0; i < 30; i++) {
            assertThat(byImage)
                    .containsEntry(
                            read.get("labelled").rows(i, i + 1),
                            read.get("label").toInts()[i]);
        }
    }

    @Test
    void theSeedChoosesThem() {
        PartlyLabeled one = PartlyLabeled.of(FashionMnist.embedded(), 50);
        assertThat(labeled(one)).isEqualTo(labeled(one));
        assertThat(labeled(one)).isNotEqualTo(labeled(one.seed(2)));
        DataSource other = data(0, 1);
        assertThat(one.data(other)).isEqualTo(PartlyLabeled.of(other, 50));
    }

    @Test
    void aClassThatRunsOutLeavesItsPlacesToTheOthers() {
        int[] labels = labeled(PartlyLabeled.of(data(0, 0, 0, 0, 0, 0, 1), 5))
                .get("label")
                .toInts();
        assertThat(labels).containsExactlyInAnyOrder(0, 0, 0, 0, 1);
    }

    @Test
    void minusOneIsNoLabelAndZeroRequestsAllLabels() {
        Map<String, TensorData> read = labeled(PartlyLabeled.of(data(-1, 1, -1, 0, -1), 0));
        assertThat(read.get("labelled").toFloats()).containsExactlyInAnyOrder(1, 3);
        Dataset open = PartlyLabeled.of(data(-1, 1, -1, 0, -1), 0).open();
        assertThat(open.size()).as("all of the data are unlabeled samples").isEqualTo(5);
    }

    @Test
    void aBatchHasBothKindsSideBySide() {
        Dataset open = PartlyLabeled.of(data(0, 1, 0, 1, 0, 1), 2).open();
        assertThat(open.fields()).extracting(Field::name).containsExactly("image", "labelled", "label");
        Map<String, TensorData> batch = new PartitionBatches(open, 4, 1).batch(7);
        assertThat(batch.get("image").toFloats()).hasSize(4).doesNotHaveDuplicates();
        float[] labeled = batch.get("labelled").toFloats();
        Set<Float> distinct = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            distinct.add(labeled[i]);
            assertThat(batch.get("label").toInts()[i]).isEqualTo((int) labeled[i] % 2);
        }
        assertThat(distinct).hasSize(2);
    }

    @Test
    void bothKindsOfImagesAreTransformedWithDrawsOfTheirOwn() {
        record Draw() implements Transform {
            @Override
            public String name() {
                return "draw";
            }

            @Override
            public TensorData apply(TensorData images, Philox random) {
                float[] drawn = new float[1];
                random.normals(0, drawn, 1);
                return TensorData.of(drawn, images.shape());
            }

            @Override
            public boolean isRandom() {
                return true;
            }
        }
        Dataset open = PartlyLabeled.of(data(0, 1), 2).open();
        List<Float> drawn = new ArrayList<>();
        for (long number : new long[] {0, 1}) {
            Map<String, TensorData> batch = new TransformedBatches(
                            new PartitionBatches(open, 1, 1), open.transformed(), List.of(new Draw()), 1)
                    .batch(number);
            drawn.add(batch.get("image").toFloats()[0]);
            drawn.add(batch.get("labelled").toFloats()[0]);
        }
        assertThat(drawn).doesNotHaveDuplicates();
    }

    @Test
    void rejectsInvalidSettingsAndUnusableData() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartlyLabeled.of(data(0, 1), -1))
                .withMessage("the number of labels must be at least 0 (all), not -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartlyLabeled.of(data(0, 1, -1), 3).open())
                .withMessage(
                        "the data source array has 2 samples with a label, but 3 are requested: request fewer, or 0"
                                + " for all");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartlyLabeled.of(data(0, 1, 2, 0), 2).open())
                .withMessageContaining("has 3 classes, but only 2 labels are requested");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PartlyLabeled.of(PartlyLabeled.of(data(0, 1), 2), 2).open())
                .withMessageContaining("the data source partly-labeled has partitions of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PartlyLabeled.of(data(-1, -1), 0).open())
                .withMessageContaining("no sample of the data source array has a label");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PartlyLabeled.of(DataSource.of(new float[2][1]), 1).open())
                .withMessageContaining(
                        "needs the fields image and label, with one INT label per sample; the data source array has"
                                + " [image]");
    }
}
