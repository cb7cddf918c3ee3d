package org.gan4j.data;

import java.util.Map;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.training.BatchSource;
import org.gan4j.tensor.TensorData;

/**
 * Batches of a data set that is gone through again and again, in a new order each time. Place {@code i} of the endless
 * line of samples is place {@code i mod size} of epoch {@code i / size}, and batch {@code n} begins at place {@code n ·
 * batchSize}: none is left out, and a batch may be larger than the data. The order of an epoch is a pure function of
 * the seed, the stream and the epoch's number (see {@link Permutation}). Used by one thread at a time. The data set
 * stays its owner's to close.
 */
final class CyclingBatches implements BatchSource {
    private final Dataset data;
    private final int batchSize;
    private final long seed;
    private final int stream;
    private long epoch = -1;
    private int[] order;

    /** @throws IllegalArgumentException if there are no samples */
    CyclingBatches(Dataset data, int batchSize, long seed, int stream) {
        if (data.size() < 1) {
            throw new IllegalArgumentException("there are no samples to make batches of: give at least one");
        }
        this.data = data;
        this.batchSize = batchSize;
        this.seed = seed;
        this.stream = stream;
    }

    @Override
    public Map<String, TensorData> batch(long number) {
        return data.read(indices(number));
    }

    /** Which samples are in a batch. */
    int[] indices(long number) {
        long first = Math.multiplyExact(number, (long) batchSize);
        int[] indices = new int[batchSize];
        for (int i = 0; i < batchSize; i++) {
            long place = first + i;
            long wanted = place / data.size();
            if (wanted != epoch) {
                order = Permutation.of(data.size(), seed, wanted, stream);
                epoch = wanted;
            }
            indices[i] = order[(int) (place % data.size())];
        }
        return indices;
    }
}
