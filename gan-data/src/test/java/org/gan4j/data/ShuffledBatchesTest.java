package org.gan4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.junit.jupiter.api.Test;

class ShuffledBatchesTest {
    /** Computed by src/test/oracle/permutations.py. Resumed runs depend on this order. */
    @Test
    void ordersAreTheOnesWrittenDown() {
        assertThat(Permutation.of(10, 42, 0)).containsExactly(7, 3, 8, 9, 1, 5, 2, 0, 4, 6);
        assertThat(Permutation.of(10, 42, 1)).containsExactly(7, 2, 3, 5, 6, 9, 4, 8, 1, 0);
        assertThat(Permutation.of(10, -7, 1L << 33)).containsExactly(6, 3, 2, 1, 5, 9, 8, 0, 4, 7);
    }

    @Property(tries = 100)
    void anEpochHasEverySampleOnce(
            @ForAll @IntRange(min = 1, max = 500) int size,
            @ForAll long seed,
            @ForAll @LongRange(max = Long.MAX_VALUE) long epoch) {
        int[] order = Permutation.of(size, seed, epoch);
        assertThat(Arrays.stream(order).sorted().toArray())
                .containsExactly(IntStream.range(0, size).toArray());
    }

    @Property(tries = 50)
    void aBatchIsItsNumbersPartOfItsEpoch(
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @IntRange(min = 1, max = 20) int batchSize,
            @ForAll @LongRange(max = 1_000_000_000_000L) long number,
            @ForAll long seed) {
        int fitting = Math.min(size, batchSize);
        ShuffledBatches batches = new ShuffledBatches(data(size), fitting, seed);
        int perEpoch = size / fitting;
        assertThat(batches.batchesPerEpoch()).isEqualTo(perEpoch);
        int from = (int) (number % perEpoch) * fitting;
        assertThat(batches.indices(number))
                .containsExactly(
                        Arrays.copyOfRange(Permutation.of(size, seed, number / perEpoch), from, from + fitting));
    }

    @Test
    void epochsAndSeedsDiffer() {
        Set<String> orders = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            for (long epoch = 0; epoch < 10; epoch++) {
                orders.add(Arrays.toString(Permutation.of(50, seed, epoch)));
            }
        }
        assertThat(orders).hasSize(100);
    }

    /** Each of the 24 orders of 4 samples in 24,000 epochs: chi-squared, 23 degrees of freedom, p = 0.001 at 49.7. */
    @Test
    void allOrdersAreEquallyLikely() {
        int[] counts = new int[256];
        for (int epoch = 0; epoch < 24_000; epoch++) {
            int[] order = Permutation.of(4, 1, epoch);
            counts[order[0] << 6 | order[1] << 4 | order[2] << 2 | order[3]]++;
        }
        int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
        assertThat(seen).hasSize(24);
        assertThat(Arrays.stream(seen)
                        .mapToDouble(count -> (count - 1000.0) * (count - 1000.0) / 1000)
                        .sum())
                .isLessThan(49.7);
    }

    @Test
    void batchesAreTheSamplesOfTheirIndices() {
        ShuffledBatches batches = new ShuffledBatches(data(10), 3, 42);
        // of 7, 3, 8, | 9, 1, 5, | 2, 0, 4, | 6 the last is left out; batch 3 is the next epoch's first
        assertThat(batches.batch(1).get("image").toFloats()).containsExactly(9, 1, 5);
        assertThat(batches.batch(3).get("image").toFloats()).containsExactly(7, 2, 3);
        assertThat(batches.batch(2).get("image").toFloats()).containsExactly(2, 0, 4);
    }

    @Test
    void rejectsInvalidBatchSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShuffledBatches(data(5), 6, 0))
                .withMessageContaining("batch size of at most 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShuffledBatches(data(5), 0, 0))
                .withMessageContaining("at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ShuffledBatches(data(5), 5, 0).batch(-1))
                .withMessageContaining("no batch -1");
    }

    /** Each sample is its own number. */
    private static Dataset data(int size) {
        float[][] samples = new float[size][1];
        for (int i = 0; i < size; i++) {
            samples[i][0] = i;
        }
        return DataSource.of(samples).open();
    }
}
