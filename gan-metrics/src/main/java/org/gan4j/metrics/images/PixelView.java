package org.gan4j.metrics.images;

import java.util.Locale;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The pixels of images that a measure compares.
 *
 * @param color the colors
 * @param border the number of pixels left out at each side
 * @param rounded whether values are first limited to [-1, 1] and rounded to 256 levels, as in a file of eight bits
 */
record PixelView(ImageColor color, int border, boolean rounded) {
    private static final double HALF = 127.5;

    PixelView {
        if (border < 0) {
            throw new IllegalArgumentException("the border must be at least 0 pixels, not " + border
                    + "; papers on super-resolution leave out as many as the scale");
        }
    }

    /** Returns the name of a measure with an ending for the settings that differ from the defaults. */
    String named(String measure) {
        if (equals(new PixelView(ImageColor.RGB, 0, false))) {
            return measure;
        }
        return measure + "." + color.name().toLowerCase(Locale.ROOT) + (border == 0 ? "" : border)
                + (rounded ? "-8bit" : "");
    }

    /** Returns the shorter side of images [C,H,W] or [N,C,H,W] without the border. */
    int smallestSide(Shape shape) {
        return Math.min(shape.dim(shape.rank() - 2), shape.dim(shape.rank() - 1)) - 2 * border;
    }

    /** Returns whether images [C,H,W] have these colors and sides of at least the given length. */
    boolean shows(Shape shape, int least) {
        return (color == ImageColor.RGB || shape.dim(0) == 1 || shape.dim(0) == 3) && smallestSide(shape) >= least;
    }

    /**
     * Returns the planes of an image [C,H,W] that are measured.
     *
     * @throws IllegalArgumentException if {@link #shows} is false
     */
    Planes planes(String measure, TensorData image, int least) {
        Shape shape = image.shape();
        if (smallestSide(shape) < least) {
            throw new IllegalArgumentException(measure + " needs images of at least " + (least + 2 * border) + "×"
                    + (least + 2 * border) + (border == 0 ? "" : " with a border of " + border) + "; the shape is "
                    + shape + ": choose another metric or larger images");
        }
        if (!shows(shape, least)) {
            throw new IllegalArgumentException(measure
                    + " needs images of 1 or 3 channels for their luminance; the shape is " + shape
                    + ": set color to RGB, which stands for all channels");
        }
        return new Planes(image.toFloats(), shape);
    }

    /** The planes of one image. */
    final class Planes {
        private final float[] pixels;
        private final int tall;
        private final int wide;
        private final int count;

        private Planes(float[] pixels, Shape shape) {
            this.pixels = pixels;
            this.tall = shape.dim(1);
            this.wide = shape.dim(2);
            this.count = color == ImageColor.Y ? 1 : shape.dim(0);
        }

        int count() {
            return count;
        }

        int height() {
            return tall - 2 * border;
        }

        int width() {
            return wide - 2 * border;
        }

        /** Returns one plane, in which black is {@code black} and white is {@code black + 2}. */
        double[] plane(int index, double black) {
            double[] plane = new double[height() * width()];
            for (int row = 0; row < height(); row++) {
                int from = (border + row) * wide + border;
                for (int column = 0; column < width(); column++) {
                    plane[row * width() + column] = value(index, from + column) + (black + 1);
                }
            }
            return plane;
        }

        private double value(int index, int at) {
            int size = tall * wide;
            return color == ImageColor.RGB || pixels.length == size
                    ? level(pixels[index * size + at])
                    : luma(level(pixels[at]), level(pixels[size + at]), level(pixels[2 * size + at]));
        }

        private double level(double value) {
            return rounded ? Math.rint((Math.max(-1, Math.min(1, value)) + 1) * HALF) / HALF - 1 : value;
        }
    }

    /** Returns Y of red, green and blue, on a scale from -1 to 1 as they are. */
    private static double luma(double red, double green, double blue) {
        double levels = 16 + (65.481 * (red + 1) + 128.553 * (green + 1) + 24.966 * (blue + 1)) / 2;
        return levels / HALF - 1;
    }
}
