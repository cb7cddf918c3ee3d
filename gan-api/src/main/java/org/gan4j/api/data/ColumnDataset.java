package org.gan4j.api.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.tensor.TensorData;

/** A data set that consists of one column per field. */
public final class ColumnDataset implements Dataset {
    private final List<Column> columns;
    private final List<String> classes;
    private final List<String> captions;
    private final List<Scale> scales;
    private final List<String> transformed;
    private final List<SkippedItem> skipped;
    private final List<DataFile> files;
    private final Optional<TableEncoding> table;
    private final Runnable closing;

    private ColumnDataset(
            List<Column> columns,
            List<String> classes,
            List<String> captions,
            List<Scale> scales,
            List<String> transformed,
            List<SkippedItem> skipped,
            List<DataFile> files,
            Optional<TableEncoding> table,
            Runnable closing) {
        this.columns = columns;
        this.classes = classes;
        this.captions = captions;
        this.scales = scales;
        this.transformed = transformed;
        this.skipped = skipped;
        this.files = files;
        this.table = table;
        this.closing = closing;
    }

    /**
     * Returns a data set of these columns. If one of them holds labels, the classes are named by their numbers. If one
     * of them holds {@link Captions}, these are the captions.
     *
     * @param columns at least one column
     * @throws IllegalArgumentException if the columns have different numbers of samples
     */
    public static ColumnDataset of(List<? extends Column> columns) {
        Column first = columns.get(0);
        for (Column column : columns) {
            if (column.samples() != first.samples()) {
                throw new IllegalArgumentException("the field " + column.field().name() + " has " + column.samples()
                        + " samples, but " + first.field().name() + " has " + first.samples()
                        + ": give every field one value per sample");
            }
        }
        return new ColumnDataset(
                List.copyOf(columns),
                numbers(columns),
                captions(columns),
                List.of(),
                List.of(Field.IMAGE),
                List.of(),
                List.of(),
                Optional.empty(),
                () -> {});
    }

    /** Names classes without names by their numbers. */
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

    private static List<String> captions(List<? extends Column> columns) {
        return columns.stream()
                .filter(Captions.class::isInstance)
                .map(Captions.class::cast)
                .findFirst()
                .map(Captions::texts)
                .orElse(List.of());
    }

    /** Returns a copy with names for the classes, in the order of their numbers. */
    public ColumnDataset withClasses(List<String> names) {
        return new ColumnDataset(
                columns, List.copyOf(names), captions, scales, transformed, skipped, files, table, closing);
    }

    /** Returns a copy with the texts that a column of the field {@link Field#CAPTION} indexes. */
    public ColumnDataset withCaptions(List<String> texts) {
        return new ColumnDataset(
                columns, classes, List.copyOf(texts), scales, transformed, skipped, files, table, closing);
    }

    /**
     * Returns a copy with the units of the vectors in the field {@link Field#IMAGE}.
     *
     * @param units one for each number, or one for all
     */
    public ColumnDataset withScales(List<Scale> units) {
        return new ColumnDataset(
                columns, classes, captions, List.copyOf(units), transformed, skipped, files, table, closing);
    }

    /** Returns a copy of which {@linkplain Transform transforms} change the images in these fields. */
    public ColumnDataset withTransformed(List<String> fields) {
        return new ColumnDataset(
                columns, classes, captions, scales, List.copyOf(fields), skipped, files, table, closing);
    }

    /** Returns a copy that reports these items as found but unusable. */
    public ColumnDataset withSkipped(List<SkippedItem> unused) {
        return new ColumnDataset(
                columns, classes, captions, scales, transformed, List.copyOf(unused), files, table, closing);
    }

    /** Returns a copy whose samples come from these files. */
    public ColumnDataset withFiles(List<DataFile> origins) {
        return new ColumnDataset(
                columns, classes, captions, scales, transformed, skipped, List.copyOf(origins), table, closing);
    }

    /** Returns a copy whose vectors in the field {@link Field#IMAGE} are the rows of a table. */
    public ColumnDataset withTable(TableEncoding encoding) {
        return new ColumnDataset(
                columns, classes, captions, scales, transformed, skipped, files, Optional.of(encoding), closing);
    }

    /** Returns a copy that runs an action when it is closed. The action must allow being run more than once. */
    public ColumnDataset withClosing(Runnable action) {
        return new ColumnDataset(columns, classes, captions, scales, transformed, skipped, files, table, action);
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
                        "there is no sample " + index + "; the data have " + size() + " samples, counted from 0");
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
    public List<String> captions() {
        return captions;
    }

    /** Returns the names of the tags in a column of {@link Tags}. */
    @Override
    public List<String> tags() {
        return columns.stream()
                .filter(Tags.class::isInstance)
                .map(Tags.class::cast)
                .findFirst()
                .map(Tags::names)
                .orElse(List.of());
    }

    @Override
    public List<Scale> scales() {
        return scales;
    }

    @Override
    public Optional<TableEncoding> table() {
        return table;
    }

    @Override
    public List<String> transformed() {
        return transformed;
    }

    @Override
    public List<SkippedItem> skipped() {
        return skipped;
    }

    @Override
    public List<DataFile> files() {
        return files;
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
        closing.run();
    }
}
