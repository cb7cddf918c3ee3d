package org.gan4j.api.data;

import java.util.Locale;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * A field of each sample in a batch.
 *
 * @param name the name, such as {@code "image"} or {@code "label"}
 * @param dtype the type of its values
 * @param shape the shape of one sample, without the batch
 */
public record Field(String name, DType dtype, Shape shape) {
    /** The name of the field of images, C×H×W in [-1, 1], that most data sets have. */
    public static final String IMAGE = "image";

    /** The name of the field of classes, an INT counted from 0. */
    public static final String LABEL = "label";

    private static final int IMAGE_RANK = 3;
    private static final int COLORS = 3;

    /** The name of the field of captions: the INT index of a text among {@link Dataset#captions()}. */
    public static final String CAPTION = "caption";

    /** The name of the field of tags: FLOAT [T], 1 for each of {@link Dataset#tags()} that a sample has, and 0 for the others. */
    public static final String TAGS = "tags";

    /** Returns whether the samples are images, FLOAT [1,H,W] if gray or [3,H,W] if in color. */
    public boolean isImage() {
        return dtype == DType.FLOAT && shape.rank() == IMAGE_RANK && (shape.dim(0) == 1 || shape.dim(0) == COLORS);
    }

    /** Returns the name, the type and the shape, such as "image float[1, 28, 28]". */
    @Override
    public String toString() {
        return name + " " + dtype.name().toLowerCase(Locale.ROOT) + shape;
    }

    /** Returns whether values are a batch of this field, [N, shape...] of its type. */
    public boolean isBatch(TensorData values) {
        Shape given = values.shape();
        return values.dtype() == dtype && given.rank() > 0 && given.equals(batch(given.dim(0)));
    }

    /** Returns the shape of a batch of this field, [size, shape...]. */
    public Shape batch(int size) {
        return shape.batch(size);
    }
}
