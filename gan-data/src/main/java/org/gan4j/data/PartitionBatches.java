package org.gan4j.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.training.BatchSource;
import org.gan4j.tensor.TensorData;

/**
 * Batches of data, each of whose {@linkplain Dataset#partitions() partitions} is shuffled on its own. The first is gone
 * through as {@link ShuffledBatches} says, which makes its size that of an epoch; a further one again and again for as
 * long as it is asked, be it smaller or larger. What is in batch {@code n} follows from the seed and {@code n} alone.
 * Used by one thread at a time. The data set stays its owner's to close.
 */
public final class PartitionBatches implements BatchSource {
    private final List<BatchSource> partitions = new ArrayList<>();

    /** @throws IllegalArgumentException if the first stream has not enough samples for one batch */
    public PartitionBatches(Dataset data, int batchSize, long seed) {
        List<Dataset> parts = data.partitions();
        partitions.add(new ShuffledBatches(parts.get(0), batchSize, seed));
        for (int stream = 1; stream < parts.size(); stream++) {
            partitions.add(new CyclingBatches(parts.get(stream), batchSize, seed, stream));
        }
    }

    @Override
    public Map<String, TensorData> batch(long number) {
        Map<String, TensorData> batch = new LinkedHashMap<>();
        partitions.forEach(stream -> batch.putAll(stream.batch(number)));
        return batch;
    }
}
