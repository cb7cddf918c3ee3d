package org.gan4j.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.training.BatchSource;
import org.gan4j.tensor.TensorData;

/**
 * Batches of data whose {@linkplain Dataset#partitions() partitions} are shuffled independently. The first partition is
 * read as by {@link ShuffledBatches}, so its size defines an epoch; every other partition, smaller or larger, is cycled
 * endlessly. The content of batch {@code n} depends on the seed and {@code n} alone. Not thread-safe. Closing it does
 * not close the data set.
 */
public final class PartitionBatches implements BatchSource {
    private final List<BatchSource> partitions = new ArrayList<>();

    /**
     * Creates the batches of a run.
     *
     * @throws IllegalArgumentException if the first partition has fewer samples than a batch, if another has none, or
     *     if the batch size is less than 1
     */
    public PartitionBatches(Dataset data, int batchSize, long seed) {
        List<Dataset> parts = data.partitions();
        partitions.add(new ShuffledBatches(parts.get(0), batchSize, seed));
        for (int part = 1; part < parts.size(); part++) {
            partitions.add(new CyclingBatches(parts.get(part), batchSize, seed, part));
        }
    }

    @Override
    public Map<String, TensorData> batch(long number) {
        Map<String, TensorData> batch = new LinkedHashMap<>();
        partitions.forEach(partition -> batch.putAll(partition.batch(number)));
        return batch;
    }
}
