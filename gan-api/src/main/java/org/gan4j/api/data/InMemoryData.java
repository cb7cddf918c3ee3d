package org.gan4j.api.data;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * Data that a program already has in arrays:
 *
 * <pre>
 * DataSource.of(pictures, 3, 32, 32).withLabels(classes)
 * </pre>
 *
 * Immutable; the values are copied. In a configuration it is code, which a program has to supply again.
 */
public final class InMemoryData implements DataSource {
    private final List<Column> columns;

    private InMemoryData(List<Column> columns) {
        this.columns = columns;
    }

    static InMemoryData of(float[][] samples, long... sampleShape) {
        return new InMemoryData(List.of(floats(Field.IMAGE, samples, sampleShape)));
    }

    static InMemoryData of(List<BufferedImage> pictures) {
        if (pictures.isEmpty()) {
            throw new IllegalArgumentException("there are no pictures: give at least one");
        }
        requireEqualSizes(pictures);
        List<PixelImage> read = pictures.stream().map(PixelImage::of).toList();
        boolean gray = read.stream().allMatch(picture -> picture.channels() == 1);
        PixelImage first = read.get(0);
        Shape shape = Shape.of(gray ? 1 : 3, first.height(), first.width());
        byte[] levels = new byte[Math.multiplyExact(read.size(), shape.size())];
        for (int i = 0; i < read.size(); i++) {
            PixelImage picture = gray ? read.get(i) : read.get(i).colored();
            System.arraycopy(picture.levels(), 0, levels, i * shape.size(), shape.size());
        }
        return new InMemoryData(List.of(new Pixels(new Field(Field.IMAGE, DType.FLOAT, shape), levels)));
    }

    private static void requireEqualSizes(List<BufferedImage> pictures) {
        BufferedImage first = pictures.get(0);
        for (int i = 1; i < pictures.size(); i++) {
            BufferedImage other = pictures.get(i);
            if (other.getWidth() != first.getWidth() || other.getHeight() != first.getHeight()) {
                throw new IllegalArgumentException("picture 0 is " + size(first) + " and picture " + i + " is "
                        + size(other) + ": resize them to one size first, or put them into a folder and use the data"
                        + " source image-folder, which resizes them");
            }
        }
    }

    private static String size(BufferedImage picture) {
        return picture.getWidth() + "×" + picture.getHeight();
    }

    /** The same data with one more field. */
    public InMemoryData with(String field, float[][] values, long... sampleShape) {
        return with(floats(field, values, sampleShape));
    }

    /** The same data with the field {@code "label"}, one number a sample. */
    public InMemoryData withLabels(int... labels) {
        return with(new Labels(labels.clone()));
    }

    private InMemoryData with(Column column) {
        List<Column> more = new ArrayList<>(columns);
        for (Column other : columns) {
            if (other.field().name().equals(column.field().name())) {
                throw new IllegalArgumentException(
                        "the data have a field " + column.field().name() + " already");
            }
        }
        more.add(column);
        return new InMemoryData(List.copyOf(more));
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
            for (int j = 0; j < size; j++) {
                if (!Float.isFinite(samples[i][j])) {
                    throw new IllegalArgumentException("sample " + i + " of the field " + field + " has "
                            + samples[i][j] + " at place " + j + ": leave it out, or put a number in its place");
                }
            }
            System.arraycopy(samples[i], 0, values, i * size, size);
        }
        return new Floats(new Field(field, DType.FLOAT, shape), values);
    }

    @Override
    public String name() {
        return "array";
    }

    @Override
    public Dataset open() {
        return ColumnDataset.of(columns);
    }

    /** What it holds, for people. */
    @Override
    public String toString() {
        return "ArrayData" + columns.stream().map(Column::field).toList();
    }
}
