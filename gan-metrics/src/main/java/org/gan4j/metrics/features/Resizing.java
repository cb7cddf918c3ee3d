package org.gan4j.metrics.features;

import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.functions.Resampling;

/**
 * The way in which images get the size of a network's input.
 *
 * @param size the height and width
 * @param filter the filter
 */
record Resizing(int size, Filter filter) {
    /** Half of the distance of the 256 levels of files, which lie in [-1, 1]. */
    private static final double HALF_LEVELS = 127.5;

    /** A filter. */
    enum Filter {
        /** The triangle filter of PIL, which does not alias. */
        TRIANGLE,
        /**
         * Interpolation between the four nearest pixels, after rounding to the 256 levels of a file, as pytorch-fid
         * reads and resizes images. It aliases if images are reduced.
         */
        INTERPOLATION
    }

    static Resizing triangle(int size) {
        return new Resizing(size, Filter.TRIANGLE);
    }

    static Resizing interpolation(int size) {
        return new Resizing(size, Filter.INTERPOLATION);
    }

    /** Resizes images [N,C,H,W] in [-1, 1]. */
    Tensor of(Tensor images) {
        return filter == Filter.TRIANGLE
                ? TriangleFilter.resize(images, size, size)
                : Resampling.bilinear(rounded(images), size, size);
    }

    private static Tensor rounded(Tensor images) {
        return images.clamp(-1, 1)
                .add(1)
                .mul(HALF_LEVELS)
                .add(0.5)
                .floor()
                .div(HALF_LEVELS)
                .sub(1);
    }

    /** Returns a few words for reports, such as "triangle filter to 96×96". */
    @Override
    public String toString() {
        return (filter == Filter.TRIANGLE ? "triangle filter" : "8 bits, interpolation without antialiasing") + " to "
                + size + "×" + size;
    }
}
