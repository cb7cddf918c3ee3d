package org.gan4j.data;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.DataSource;
import org.gan4j.api.Dataset;
import org.gan4j.api.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Data that a program already has in arrays:
 *
 * <pre>
 * ArrayData.of(pictures, 3, 32, 32).withLabels(classes)
 * </pre>
 *
 * Immutable; the values are copied. In a configuration it is code, which a program has to supply again.
 */
public final class ArrayData implements DataSource {
    private final List<Column> columns;

    private ArrayData(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * Samples as the field {@code image}, in [-1, 1] if generators that end in tanh shall meet them.
     *
     * @param samples one row a sample
     * @param sampleShape of each, C×H×W for images; without lengths, each sample is a vector
     */
    public static ArrayData of(float[][] samples, long... sampleShape) {
        return new ArrayData(List.of(floats(Field.IMAGE, samples, sampleShape)));
    }

    /** The same data with one more field. */
    public ArrayData with(String field, float[][] values, long... sampleShape) {
        return with(floats(field, values, sampleShape));
    }

    /** The same data with the field {@code "label"}, one number a sample. */
    public ArrayData withLabels(int... labels) {
        return with(new Column.Labels(new Field(Field.LABEL, DType.INT, Shape.scalar()), labels.clone()));
    }

    private ArrayData with(Column column) {
        List<Column> more = new ArrayList<>(columns);
        for (Column other : columns) {
            if (other.field().name().equals(column.field().name())) {
                throw new IllegalArgumentException(
                        "the data have a field " + column.field().name() + " already");
            }
        }
        more.add(column);
        return new ArrayData(List.copyOf(more));
    }

    private static Column floats(String field, float[][] samples, long... sampleShape) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("there are no samples of the field " + field + ": give at least one");
        }
        Shape shape = sampleShape.length == 0 ? Shape.of(samples[0].length) : Shape.of(sampleShape);
        int size = shape.size();
        if (size == 0) {
            throw new IllegalArgumentException(
                    "the samples of the field " + field + " are empty: their shape is " + shape);
        }
        float[] values = new float[Math.multiplyExact(samples.length, size)];
        for (int i = 0; i < samples.length; i++) {
            if (samples[i].length != size) {
                throw new IllegalArgumentException("sample " + i + " of the field " + field + " has "
                        + samples[i].length + " numbers; its shape " + shape + " needs " + size);
            }
            System.arraycopy(samples[i], 0, values, i * size, size);
        }
        return new Column.Floats(new Field(field, DType.FLOAT, shape), values);
    }

    @Override
    public String name() {
        return "array";
    }

    @Override
    public Dataset open() {
        return new InMemoryDataset(columns);
    }

    /** What it holds, for people. */
    @Override
    public String toString() {
        return "ArrayData" + columns.stream().map(Column::field).toList();
    }
}
