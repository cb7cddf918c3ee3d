package org.gan4j.tensor.op;

import org.gan4j.tensor.ShapeException;

/** The strides and the zero padding of a convolution's window, by height and width. */
public record ConvGeometry(int strideH, int strideW, int padH, int padW) {
    /**
     * Validates strides and padding.
     *
     * @throws ShapeException if a stride is less than 1 or padding is negative
     */
    public ConvGeometry {
        if (strideH < 1 || strideW < 1 || padH < 0 || padW < 0) {
            throw new ShapeException("strides must be at least 1 and padding at least 0; these are " + strideH + "×"
                    + strideW + " and " + padH + "×" + padW);
        }
    }

    /**
     * Creates a geometry with the same stride and padding in both directions.
     *
     * @throws ShapeException if the stride is less than 1 or the padding is negative
     */
    public static ConvGeometry of(int stride, int padding) {
        return new ConvGeometry(stride, stride, padding, padding);
    }

    int outHeight(int height, int kernel) {
        return out(height, kernel, strideH, padH, "height");
    }

    int outWidth(int width, int kernel) {
        return out(width, kernel, strideW, padW, "width");
    }

    private static int out(int length, int kernel, int stride, int pad, String what) {
        int room = length + 2 * pad - kernel;
        if (room < 0) {
            throw new ShapeException(
                    "a kernel of " + what + " " + kernel + " does not fit into " + length + " with padding " + pad);
        }
        return room / stride + 1;
    }
}
