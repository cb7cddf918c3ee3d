package org.gan4j.api.data;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * A data source of arrays or images that a program already has in memory:
 *
 * <pre>
 * DataSource.of(images, 3, 32, 32).withLabels(classes)
 * </pre>
 *
 * It is immutable and copies the values. In a configuration it is code: the program supplies it again when it loads the
 * run.
 */
public final class InMemoryData implements DataSource {
    private final List<Column> columns;
    private final List<String> classes;

    private InMemoryData(List<Column> columns, List<String> classes) {
        this.columns = columns;
        this.classes = classes;
    }

    private InMemoryData(Column column) {
        this(List.of(column), List.of());
    }

    static InMemoryData of(float[][] samples, long... sampleShape) {
        return new InMemoryData(floats(Field.IMAGE, samples, sampleShape));
    }

    static InMemoryData of(List<BufferedImage> images) {
        if (images.isEmpty()) {
            throw new IllegalArgumentException("there are no images: give at least one");
        }
        requireEqualSizes(images);
        List<PixelImage> read = images.stream().map(PixelImage::of).toList();
        boolean gray = read.stream().allMatch(image -> image.channels() == 1);
        PixelImage first = read.get(0);
        Shape shape = Shape.of(gray ? 1 : 3, first.height(), first.width());
        byte[] levels = new byte[Math.multiplyExact(read.size(), shape.size())];
        for (int i = 0; i < read.size(); i++) {
            PixelImage image = gray ? read.get(i) : read.get(i).colored();
            System.arraycopy(image.levels(), 0, levels, i * shape.size(), shape.size());
        }
        return new InMemoryData(new Pixels(new Field(Field.IMAGE, DType.FLOAT, shape), levels));
    }

    private static void requireEqualSizes(List<BufferedImage> images) {
        BufferedImage first = images.get(0);
        for (int i = 1; i < images.size(); i++) {
            BufferedImage other = images.get(i);
            if (other.getWidth() != first.getWidth() || other.getHeight() != first.getHeight()) {
                throw new IllegalArgumentException("image 0 is " + size(first) + " and image " + i + " is "
                        + size(other) + ": resize them to one size, or put them into a folder and use the data source"
                        + " image-folder, which resizes them");
            }
        }
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + "×" + image.getHeight();
    }

    /**
     * Returns a copy with one more field.
     *
     * @param field the name of the field
     * @param values one row per sample; the values are copied
     * @param sampleShape the shape of each sample; if omitted, each sample is a vector
     * @throws IllegalArgumentException if there is a field of this name, there are no values, a sample does not fit the
     *     shape, or a value is not finite
     */
    public InMemoryData with(String field, float[][] values, long... sampleShape) {
        return with(floats(field, values, sampleShape), classes);
    }

    /**
     * Returns a copy with the field {@code "label"}. The numbers that occur are the names of the classes, which are
     * counted from 0 in their order: labels 3 and 7 are two classes, called 3 and 7.
     *
     * @param labels the number of each sample's class; a negative one if it is unknown
     * @throws IllegalArgumentException if there is a field {@code "label"} already
     */
    public InMemoryData withLabels(int... labels) {
        Labels given = new Labels(labels);
        return with(given.counted(), given.names());
    }

    /**
     * Returns a copy with the field {@code "caption"}.
     *
     * @param captions the caption of each sample; equal ones are one caption
     * @throws IllegalArgumentException if there is a field {@code "caption"} already
     */
    public InMemoryData withCaptions(List<String> captions) {
        return with(Captions.of(captions), classes);
    }

    /**
     * Returns a copy with the field {@code "tags"}, of the tags that occur.
     *
     * @param tags the tags of each sample, perhaps none
     * @throws IllegalArgumentException if there is a field {@code "tags"} already, or no sample has a tag
     */
    public InMemoryData withTags(List<? extends Collection<String>> tags) {
        Tags column = Tags.of(tags);
        if (column.names().isEmpty()) {
            throw new IllegalArgumentException("no sample has a tag: give some of them at least one");
        }
        return with(column, classes);
    }

    private InMemoryData with(Column column, List<String> names) {
        List<Column> more = new ArrayList<>(columns);
        for (Column other : columns) {
            if (other.field().name().equals(column.field().name())) {
                throw new IllegalArgumentException(
                        "the data already have a field " + column.field().name() + ": give the new one another name");
            }
        }
        more.add(column);
        return new InMemoryData(List.copyOf(more), names);
    }

    private static Column floats(String field, float[][] samples, long... sampleShape) {
        if (samples.length == 0) {
            throw new IllegalArgumentException("there are no samples of the field " + field + ": give at least one");
        }
        Shape shape = sampleShape.length == 0 ? Shape.of(samples[0].length) : Shape.of(sampleShape);
        int size = shape.size();
        if (size == 0) {
            throw new IllegalArgumentException("the samples of the field " + field
                    + " are empty, because their shape is " + shape + ": give each at least one number");
        }
        float[] values = new float[Math.multiplyExact(samples.length, size)];
        for (int i = 0; i < samples.length; i++) {
            if (samples[i].length != size) {
                throw new IllegalArgumentException("sample " + i + " of the field " + field + " has "
                        + samples[i].length + " numbers, but its shape " + shape + " needs " + size);
            }
            for (int j = 0; j < size; j++) {
                if (!Float.isFinite(samples[i][j])) {
                    throw new IllegalArgumentException(
                            "sample " + i + " of the field " + field + " has " + samples[i][j] + " at index " + j
                                    + ": remove the sample, or replace the value by a number");
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
        return ColumnDataset.of(columns).withClasses(classes);
    }

    /** Returns the fields in readable form. */
    @Override
    public String toString() {
        return "InMemoryData" + columns.stream().map(Column::field).toList();
    }
}
