package org.gan4j.data;

import java.util.Arrays;
import java.util.Map;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.training.BatchSource;
import org.gan4j.tensor.TensorData;

/**
 * Batches of a data set, shuffled anew in each epoch. Batch {@code n} is place {@code n mod k} of epoch {@code n / k},
 * where an epoch has {@code k = size / batchSize} batches: the samples beyond these sit that epoch out. The order of an
 * epoch is a pure function of the seed and the epoch's number (see {@link Permutation}), so a run that is resumed sees
 * what it would have seen. Used by one thread at a time. The data set stays its owner's to
 * close.
 */
public final class ShuffledBatches implements BatchSource {
    private final Dataset data;
    private final int batchSize;
    private final long seed;
    private long epoch = -1;
    private int[] order;

    /** @throws IllegalArgumentException if not one batch can be made */
    public ShuffledBatches(Dataset data, int batchSize, long seed) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("the batch size must be at least 1, not " + batchSize);
        }
        if (batchSize > data.size()) {
            throw new IllegalArgumentException("the batch size " + batchSize + " is more than the " + data.size()
                    + " samples of the data: use a batch size of at most " + data.size() + ", or more data");
        }
        this.data = data;
        this.batchSize = batchSize;
        this.seed = seed;
    }

    /** How many batches there are before the data are shuffled again. */
    public int batchesPerEpoch() {
        return data.size() / batchSize;
    }

    @Override
    public Map<String, TensorData> batch(long number) {
        return data.read(indices(number));
    }

    /** Which samples are in a batch. */
    int[] indices(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("batches are counted from 0; there is no batch " + number);
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
