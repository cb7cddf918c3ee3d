package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.TensorData;
import org.junit.jupiter.api.Test;

class PartitionBatchesTest {
    /** The order of 10 samples with seed 42, in epochs 0 and 1 of stream 1. */
    private static final int[] FIRST = {7, 5, 3, 8, 6, 0, 9, 1, 4, 2};

    private static final int[] SECOND = {1, 3, 9, 4, 0, 8, 7, 5, 6, 2};

    private static DataSource numbers(int size, int first) {
        float[][] samples = new float[size][1];
        for (int i = 0; i < size; i++) {
            samples[i][0] = first + i;
        }
        return DataSource.of(samples);
    }

    private static int[] ints(TensorData values) {
        int[] ints = new int[values.shape().size()];
        Arrays.setAll(ints, i -> (int) values.toFloats()[i]);
        return ints;
    }

    /** Computed by src/test/oracle/permutations.py. Resumed runs depend on this order. */
    @Test
    void ordersOfAStreamAreTheOnesWrittenDown() {
        assertThat(Permutation.of(10, 42, 0, 1)).containsExactly(FIRST);
        assertThat(Permutation.of(10, 42, 1, 1)).containsExactly(SECOND);
        assertThat(Permutation.of(10, 42, 0, 2)).containsExactly(1, 5, 0, 2, 9, 7, 4, 3, 8, 6);
    }

    @Test
    void dataOfOnePartitionAreShuffledByShuffledBatches() {
        Dataset data = numbers(10, 0).open();
        for (long number = 0; number < 9; number++) {
            assertThat(new PartitionBatches(data, 3, 42).batch(number))
                    .isEqualTo(new ShuffledBatches(data, 3, 42).batch(number));
        }
    }

    /** Stream 1 of seed 42: the first epoch, then the second, without a gap, for any batch size. */
    @Test
    void aSecondPartitionIsCycledInItsOwnOrder() {
        Dataset data = new Unpaired(numbers(30, 100), numbers(10, 0)).open();
        PartitionBatches batches = new PartitionBatches(data, 4, 42);
        int[] seen = IntStream.range(0, 5)
                .flatMap(number -> Arrays.stream(ints(batches.batch(number).get("other-image"))))
                .toArray();
        int[] expected =
                IntStream.concat(Arrays.stream(FIRST), Arrays.stream(SECOND)).toArray();
        assertThat(seen).containsExactly(expected);
        assertThat(ints(batches.batch(2).get("image")))
                .containsExactly(ints(new ShuffledBatches(numbers(30, 100).open(), 4, 42)
                        .batch(2)
                        .get("image")));
    }

    @Property(tries = 100)
    void aBatchFollowsFromItsNumberAlone(
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 20) int batchSize,
            @ForAll @LongRange(max = 1_000_000_000_000L) long number,
            @ForAll long seed) {
        Dataset data = numbers(size, 0).open();
        int[] straight = new CyclingBatches(data, batchSize, seed, 1).indices(number);
        CyclingBatches used = new CyclingBatches(data, batchSize, seed, 1);
        used.indices(number / 2);
        assertThat(used.indices(number)).containsExactly(straight);
        for (int i = 0; i < batchSize; i++) {
            long place = number * batchSize + i;
            assertThat(straight[i]).isEqualTo(Permutation.of(size, seed, place / size, 1)[(int) (place % size)]);
        }
    }

    @Test
    void aSecondPartitionMayBeSmallerThanABatch() {
        PartitionBatches batches = new PartitionBatches(new Unpaired(numbers(30, 100), numbers(2, 0)).open(), 5, 1);
        assertThat(ints(batches.batch(0).get("other-image"))).hasSize(5).contains(0, 1);
    }

    @Test
    void aSmallerPartitionStartsOverWhenReadByIndex() {
        Dataset data = new Unpaired(numbers(5, 100), numbers(2, 0)).open();
        assertThat(data.fields()).extracting(Field::name).containsExactly("image", "other-image");
        assertThat(data.size()).isEqualTo(5);
        Map<String, TensorData> read = data.read(0, 1, 4);
        assertThat(ints(read.get("image"))).containsExactly(100, 101, 104);
        assertThat(ints(read.get("other-image"))).containsExactly(0, 1, 0);
    }

    @Test
    void fieldsOfTheSecondAreRenamedAndItsImagesTransformedToo() {
        DataSource labeled = DataSource.of(new float[][] {{1}, {2}}).withLabels(0, 1);
        Dataset data = new Unpaired(labeled, labeled).open();
        assertThat(data.fields())
                .extracting(Field::name)
                .containsExactly("image", "label", "other-image", "other-label");
        assertThat(data.transformed()).isEqualTo(List.of("image", "other-image"));
        assertThat(data.classes()).containsExactly("0", "1");
    }

    @Test
    void rejectsAPartitionWithoutSamples() {
        Dataset none = new View(numbers(3, 0).open(), Map.of("image", "image"), Optional.of(new int[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CyclingBatches(none, 2, 1, 1))
                .withMessageContaining("no samples");
    }
}
