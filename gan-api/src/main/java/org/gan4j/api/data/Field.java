package org.gan4j.api.data;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;

/**
 * One thing that a batch holds.
 *
 * @param name such as {@code "image"} or {@code "label"}
 * @param shape of one sample, without the batch
 */
public record Field(String name, DType dtype, Shape shape) {
    /** The field of pictures, C×H×W in [-1, 1], that most data sets have. */
    public static final String IMAGE = "image";

    /** The field of classes, an INT counted from 0. */
    public static final String LABEL = "label";

    /** The shape of a batch of this field. */
    public Shape batch(int size) {
        long[] dims = new long[shape.rank() + 1];
        dims[0] = size;
        System.arraycopy(shape.dims(), 0, dims, 1, shape.rank());
        return Shape.of(dims);
    }
}
