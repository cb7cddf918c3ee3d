package org.gan4j.data.transforms;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** A batch of pictures [N,C,H,W] as one array that may be changed, a copy. */
record Planes(int count, int channels, int height, int width, float[] values) {
    /** @throws IllegalArgumentException if these are no pictures */
    static Planes copyOf(TensorData images) {
        Shape shape = images.shape();
        if (shape.rank() != 4 || images.dtype() != DType.FLOAT) {
            throw new IllegalArgumentException(
                    "transforms change pictures, FLOAT [N,C,H,W], and not " + images.dtype() + " " + shape);
        }
        return new Planes(shape.dim(0), shape.dim(1), shape.dim(2), shape.dim(3), images.toFloats());
    }

    /** Where a row begins. */
    int at(int image, int channel, int y) {
        return ((image * channels + channel) * height + y) * width;
    }

    /** How many numbers a picture has. */
    int size() {
        return channels * height * width;
    }

    /** Other values of the same shape. */
    Planes with(float[] others) {
        return new Planes(count, channels, height, width, others);
    }

    TensorData data() {
        return TensorData.of(values, Shape.of(count, channels, height, width));
    }

    /**
     * The place within a row of {@code length} that a place outside mirrors: the edge itself is not repeated, as in
     * {@code numpy.pad(mode="reflect")}.
     */
    static int reflected(int at, int length) {
        if (length == 1) {
            return 0;
        }
        int period = 2 * (length - 1);
        int within = Math.floorMod(at, period);
        return within < length ? within : period - within;
    }
}
