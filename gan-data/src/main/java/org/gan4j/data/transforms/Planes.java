package org.gan4j.data.transforms;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** A copy of a batch of images [N,C,H,W] as one array, which may be changed. */
record Planes(int count, int channels, int height, int width, float[] values) {
    /**
     * Returns a copy of a batch.
     *
     * @throws IllegalArgumentException if these are not images
     */
    static Planes copyOf(TensorData images) {
        Shape shape = images.shape();
        if (shape.rank() != 4 || images.dtype() != DType.FLOAT) {
            throw new IllegalArgumentException(
                    "transforms need images, FLOAT [N,C,H,W], not " + images.dtype() + " " + shape);
        }
        return new Planes(shape.dim(0), shape.dim(1), shape.dim(2), shape.dim(3), images.toFloats());
    }

    /** Returns the index of the first value of a row. */
    int at(int image, int channel, int y) {
        return ((image * channels + channel) * height + y) * width;
    }

    /** Returns the number of values of an image. */
    int size() {
        return channels * height * width;
    }

    /** Returns other values of the same shape. */
    Planes with(float[] others) {
        return new Planes(count, channels, height, width, others);
    }

    TensorData data() {
        return TensorData.of(values, Shape.of(count, channels, height, width));
    }

    /**
     * Returns the index within a row of {@code length} that an index outside mirrors. The edge itself is not repeated,
     * as in {@code numpy.pad(mode="reflect")}.
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
