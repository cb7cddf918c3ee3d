package org.gan4j.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.DerivedDataset;
import org.gan4j.api.data.Field;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The images of other data without their colors: {@code image} becomes the luma 0.299 R + 0.587 G + 0.114 B of <a
 * href="https://www.itu.int/rec/R-REC-BT.601">ITU-R BT.601</a>, in each of its channels. The other fields stay.
 *
 * @param data the other data, with images of 1 or 3 channels
 * @param channels the channels of the result, 1 or 3, all equal; 0, the default, keeps their number
 */
public record Grayscale(DataSource data, int channels) implements DataSource {
    private static final int COLORS = 3;
    private static final int AS_BEFORE = 0;
    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the number of channels is none of 0, 1 and 3
     */
    public Grayscale {
        if (channels != AS_BEFORE && channels != 1 && channels != COLORS) {
            throw new IllegalArgumentException(
                    "gray images have 1 or 3 channels, or 0 to keep their number, not " + channels);
        }
    }

    /** Returns gray images with as many channels as before. */
    public static Grayscale of(DataSource data) {
        return new Grayscale(data, AS_BEFORE);
    }

    @Override
    public DataSource over(DataSource other) {
        return new Grayscale(data.over(other), channels);
    }

    @Override
    public String name() {
        return "grayscale";
    }

    @Override
    public String summary() {
        return "images of other data without their colors";
    }

    /**
     * Opens the data.
     *
     * @throws IllegalArgumentException if the other data have no images of 1 or 3 channels, or have several partitions
     */
    @Override
    public Dataset open() {
        Dataset whole = data.open();
        try {
            if (whole.partitions().size() > 1) {
                throw new IllegalArgumentException(
                        "the data " + data.name() + " of gray images have several partitions: make one of them gray");
            }
            Field image = whole.field(Field.IMAGE);
            Shape shape = image.shape();
            if (!image.isImage()) {
                throw new IllegalArgumentException("the images of " + data.name() + ", " + image.dtype() + " " + shape
                        + ", cannot be made gray: choose data with images, FLOAT [1,H,W] or [3,H,W]");
            }
            int wanted = channels == AS_BEFORE ? shape.dim(0) : channels;
            return new Gray(whole, new Field(Field.IMAGE, DType.FLOAT, shape.with(0, wanted)));
        } catch (RuntimeException unusable) {
            whole.close();
            throw unusable;
        }
    }

    /** The data with gray images, which are computed when samples are read. */
    private record Gray(Dataset whole, Field image) implements DerivedDataset {
        @Override
        public List<Field> fields() {
            return whole.fields().stream()
                    .map(field -> field.name().equals(Field.IMAGE) ? image : field)
                    .toList();
        }

        @Override
        public Map<String, TensorData> read(int... indices) {
            Map<String, TensorData> batch = new LinkedHashMap<>(whole.read(indices));
            batch.computeIfPresent(Field.IMAGE, (name, images) -> gray(images));
            return batch;
        }

        private TensorData gray(TensorData images) {
            int count = images.shape().dim(0);
            int given = images.shape().dim(1);
            int wanted = image.shape().dim(0);
            int size = images.shape().dim(2) * images.shape().dim(3);
            float[] values = images.toFloats();
            float[] gray = new float[count * wanted * size];
            for (int i = 0; i < gray.length; i++) {
                int at = i / (wanted * size) * given * size + i % size;
                gray[i] = given == 1
                        ? values[at]
                        : (float) (RED * values[at] + GREEN * values[at + size] + BLUE * values[at + 2 * size]);
            }
            return TensorData.of(gray, image.batch(count));
        }
    }
}
