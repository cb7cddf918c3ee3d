package org.gan4j.data;

import java.util.Arrays;
import java.util.Map;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.training.BatchSource;
import org.gan4j.tensor.TensorData;

/**
 * Batches of a data set, shuffled again in each epoch. Batch {@code n} is batch {@code n mod k} of epoch {@code n / k}.
 * An epoch has {@code k = size / batchSize} batches; the remaining samples are left out of that epoch. The order of an
 * epoch is a pure function of the seed and the epoch's number (see {@link Permutation}), so a resumed run sees the same
 * batches. Not thread-safe. Closing it does not close the data set.
 */
public final class ShuffledBatches implements BatchSource {
    private final Dataset data;
    private final int batchSize;
    private final long seed;
    private long epoch = -1;
    private int[] order;

    /**
     * Creates the batches of a data set.
     *
     * @throws IllegalArgumentException if the batch size is less than 1 or larger than the data
     */
    public ShuffledBatches(Dataset data, int batchSize, long seed) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size must be at least 1, not " + batchSize);
        }
        if (batchSize > data.size()) {
            throw new IllegalArgumentException("the batch size " + batchSize + " exceeds the " + data.size()
                    + " samples of the data: use a batch size of at most " + data.size() + ", or more data");
        }
        this.data = data;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** Returns the number of batches in an epoch. */
    public int batchesPerEpoch() {
        return data.size() / batchSize;
    }

    @Override
    public Map<String, TensorData> batch(long number) {
        return data.read(indices(number));
    }

    /**
     * Returns the indices of a batch's samples.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    int[] indices(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("there is no batch " + number + ": batches are numbered from 0");
        }
        long wanted = number / batchesPerEpoch();
        if (wanted != epoch) {
            order = Permutation.of(data.size(), seed, wanted);
            epoch = wanted;
        }
        int from = (int) (number % batchesPerEpoch()) * batchSize;
        return Arrays.copyOfRange(order, from, from + batchSize);
    }
}
