package org.gan4j.data;

import java.util.Map;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.training.BatchSource;
import org.gan4j.tensor.TensorData;

/**
 * Endless batches of a data set, in a new order in each epoch. Sample {@code i} of the endless sequence is sample
 * {@code i mod size} of epoch {@code i / size}, and batch {@code n} begins at sample {@code n · batchSize}. No sample
 * is left out, and a batch may be larger than the data. The order of an epoch is a pure function of the seed, the
 * stream and the epoch's number (see {@link Permutation}). Not thread-safe. Closing it does not close the data set.
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
            throw new IllegalArgumentException("there are no samples to make batches of: use data with at least one");
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

    /** Returns the indices of a batch's samples. */
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
