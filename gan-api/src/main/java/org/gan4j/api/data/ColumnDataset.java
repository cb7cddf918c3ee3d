package org.gan4j.api.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.tensor.TensorData;

/** Samples as one column a field. */
public final class ColumnDataset implements Dataset {
    private final List<Column> columns;
    private final List<String> classes;
    private final List<SkippedItem> skipped;
    private final Runnable closing;

    private ColumnDataset(List<Column> columns, List<String> classes, List<SkippedItem> skipped, Runnable closing) {
        this.columns = columns;
        this.classes = classes;
        this.skipped = skipped;
        this.closing = closing;
    }

    /** @throws IllegalArgumentException if the columns have different numbers of samples */
    public static ColumnDataset of(List<? extends Column> columns) {
        Column first = columns.get(0);
        for (Column column : columns) {
            if (column.samples() != first.samples()) {
                throw new IllegalArgumentException("the field " + column.field().name() + " has " + column.samples()
                        + " samples, and " + first.field().name() + " has " + first.samples()
                        + ": every field needs one value for each sample");
            }
        }
        return new ColumnDataset(List.copyOf(columns), numbers(columns), List.of(), () -> {});
    }

    /** Classes that nobody named are called by their numbers. */
    private static List<String> numbers(List<? extends Column> columns) {
        return columns.stream()
                .filter(Labels.class::isInstance)
                .map(Labels.class::cast)
                .findFirst()
                .map(labels -> IntStream.range(0, labels.classes())
                        .mapToObj(String::valueOf)
                        .toList())
                .orElse(List.of());
    }

    /** The same data, with names for their classes. */
    public ColumnDataset withClasses(List<String> names) {
        return new ColumnDataset(columns, List.copyOf(names), skipped, closing);
    }

    /** The same data, telling what was found beside them. */
    public ColumnDataset withSkipped(List<SkippedItem> unused) {
        return new ColumnDataset(columns, classes, List.copyOf(unused), closing);
    }

    /** The same data, with something to do when they are closed; it may be asked for more than once. */
    public ColumnDataset withClosing(Runnable action) {
        return new ColumnDataset(columns, classes, skipped, action);
    }

    @Override
    public List<Field> fields() {
        return columns.stream().map(Column::field).toList();
    }

    @Override
    public int size() {
        return columns.get(0).samples();
    }

    @Override
    public Map<String, TensorData> read(int... indices) {
        for (int index : indices) {
            if (index < 0 || index >= size()) {
                throw new IndexOutOfBoundsException(
                        "there is no sample " + index + ": the data have " + size() + ", counted from 0");
            }
        }
        Map<String, TensorData> batch = new LinkedHashMap<>();
        columns.forEach(column -> batch.put(column.field().name(), column.read(indices)));
        return batch;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public List<SkippedItem> skipped() {
        return skipped;
    }

    @Override
    public void close() {
        closing.run();
    }
}
