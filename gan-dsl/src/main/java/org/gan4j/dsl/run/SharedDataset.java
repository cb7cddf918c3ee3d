package org.gan4j.dsl.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.api.data.DataFile;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.Scale;
import org.gan4j.api.data.SkippedItem;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.tensor.TensorData;

/**
 * A data set that several threads may read, which take turns: while one thread reads the batches of training ahead,
 * another one compares samples with the data.
 *
 * @param lock held while the data are read or closed
 */
record SharedDataset(Dataset data, Object lock) implements Dataset {
    SharedDataset(Dataset data) {
        this(data, new Object());
    }

    @Override
    public List<Field> fields() {
        return data.fields();
    }

    @Override
    public int size() {
        return data.size();
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        synchronized (lock) {
            return data.read(indices);
        }
    }

    @Override
    public List<String> classes() {
        return data.classes();
    }

    @Override
    public List<String> captions() {
        return data.captions();
    }

    @Override
    public List<String> tags() {
        return data.tags();
    }

    @Override
    public List<Scale> scales() {
        return data.scales();
    }

    @Override
    public Optional<TableEncoding> table() {
        return data.table();
    }

    @Override
    public List<Dataset> partitions() {
        return data.partitions().stream()
                .map(part -> (Dataset) new SharedDataset(part, lock))
                .toList();
    }

    @Override
    public List<String> transformed() {
        return data.transformed();
    }

    @Override
    public List<SkippedItem> skipped() {
        return data.skipped();
    }

    @Override
    public List<DataFile> files() {
        return data.files();
    }

    @Override
    public Field field(String name) {
        return data.field(name);
    }

    /** Returns the number of samples, and the type and shape of each field. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d samples: %s",
                size(),
                fields().stream().map(Field::toString).collect(Collectors.joining(", ")));
    }

    @Override
    public void close() {
        synchronized (lock) {
            data.close();
        }
    }
}
