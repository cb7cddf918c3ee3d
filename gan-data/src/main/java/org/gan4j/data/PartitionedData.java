package org.gan4j.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Scale;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.tensor.TensorData;

/**
 * Several data sets as one, whose samples do not belong together. Its size, captions, tags and units are those of the first.
 * When samples are read by index, as for a preview, a smaller data set starts over from its first sample.
 *
 * @param partitions the data sets; no two have a field of the same name
 * @param whole the data sets that the partitions are views of
 * @param transformed the fields with images
 * @param classes the names of the classes in the field {@code label}
 */
record PartitionedData(List<Dataset> partitions, List<Dataset> whole, List<String> transformed, List<String> classes)
        implements Dataset {
    @Override
    public List<Field> fields() {
        return partitions.stream()
                .flatMap(partition -> partition.fields().stream())
                .toList();
    }

    @Override
    public int size() {
        return partitions.get(0).size();
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        Map<String, TensorData> batch = new LinkedHashMap<>();
        for (Dataset partition : partitions) {
            batch.putAll(partition.read(
                    IntStream.of(indices).map(index -> index % partition.size()).toArray()));
        }
        return batch;
    }

    @Override
    public List<String> captions() {
        return partitions.get(0).captions();
    }

    @Override
    public List<String> tags() {
        return partitions.get(0).tags();
    }

    @Override
    public List<Scale> scales() {
        return partitions.get(0).scales();
    }

    @Override
    public List<SkippedItem> skipped() {
        return whole.stream().flatMap(data -> data.skipped().stream()).toList();
    }

    @Override
    public List<DataFile> files() {
        return whole.stream().flatMap(data -> data.files().stream()).toList();
    }

    @Override
    public void close() {
        whole.forEach(Dataset::close);
    }
}
