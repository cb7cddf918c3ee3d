package org.gan4j.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.tensor.TensorData;

/**
 * Data sets beside each other whose samples do not belong together. Read by number, as for an exhibit, a smaller one
 * begins again from its first sample; the size is that of the first.
 *
 * @param partitions of which no two have a field of one name
 * @param whole the data sets that they are views of
 * @param transformed the fields of pictures
 * @param classes what the numbers of the field {@code label} mean
 */
record PartitionedData(List<Dataset> partitions, List<Dataset> whole, List<String> transformed, List<String> classes)
        implements Dataset {
    @Override
    public List<Field> fields() {
        return partitions.stream().flatMap(stream -> stream.fields().stream()).toList();
    }

    @Override
    public int size() {
        return partitions.get(0).size();
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        Map<String, TensorData> batch = new LinkedHashMap<>();
        for (Dataset stream : partitions) {
            batch.putAll(stream.read(
                    IntStream.of(indices).map(index -> index % stream.size()).toArray()));
        }
        return batch;
    }

    @Override
    public List<SkippedItem> skipped() {
        return whole.stream().flatMap(data -> data.skipped().stream()).toList();
    }

    @Override
    public void close() {
        whole.forEach(Dataset::close);
    }
}
