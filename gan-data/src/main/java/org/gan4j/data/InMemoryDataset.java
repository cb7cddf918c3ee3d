package org.gan4j.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.Dataset;
import org.gan4j.api.Field;
import org.gan4j.tensor.TensorData;

/** Samples that fit into memory, one column a field. */
final class InMemoryDataset implements Dataset {
    private final List<Column> columns;
    private final int size;

    InMemoryDataset(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.size = columns.get(0).samples();
        for (Column column : columns) {
            if (column.samples() != size) {
                throw new IllegalArgumentException("the field " + column.field().name() + " has " + column.samples()
                        + " samples, and " + columns.get(0).field().name() + " has " + size
                        + ": every field needs one value for each sample");
            }
        }
    }

    @Override
    public List<Field> fields() {
        return columns.stream().map(Column::field).toList();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        for (int index : indices) {
            if (index < 0 || index >= size) {
                throw new IndexOutOfBoundsException(
                        "there is no sample " + index + ": the data have " + size + ", counted from 0");
            }
        }
        Map<String, TensorData> batch = new LinkedHashMap<>();
        columns.forEach(column -> batch.put(column.field().name(), column.read(indices)));
        return batch;
    }
}
