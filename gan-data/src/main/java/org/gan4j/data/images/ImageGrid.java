package org.gan4j.data.images;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Draws images [N,C,H,W] in [-1, 1] as a grid, row by row, 2 pixels apart. -1 is black and 1 is full intensity; values
 * outside are clipped. C is 1 (gray) or 3 (red, green, blue). Needs no display.
 */
public final class ImageGrid {
    private static final int GAP = 2;
    /** The gray between images: dark, so that it does not distract, but not black, so that black images have edges. */
    private static final int BACKGROUND = 48;

    private ImageGrid() {}

    /**
     * Returns a grid with about as many columns as rows: the square root of N, rounded up.
     *
     * @throws IllegalArgumentException if these are not images [N,C,H,W] with 1 or 3 channels, or if there are none
     */
    public static BufferedImage of(TensorData images) {
        return of(images, columns(images));
    }

    /**
     * Returns a grid with this number of columns.
     *
     * @throws IllegalArgumentException if these are not images [N,C,H,W] with 1 or 3 channels, if there are none, or if
     *     the number of columns is less than 1
     */
    public static BufferedImage of(TensorData images, int columns) {
        Shape shape = checked(images);
        if (columns < 1) {
            throw new IllegalArgumentException("a grid needs at least 1 column, not " + columns);
        }
        int count = shape.dim(0);
        int across = Math.min(columns, count);
        int down = (count + across - 1) / across;
        int stepX = shape.dim(3) + GAP;
        int stepY = shape.dim(2) + GAP;
        BufferedImage grid = blank(shape.dim(1), across * stepX + GAP, down * stepY + GAP, BACKGROUND);
        for (int i = 0; i < count; i++) {
            paint(images, i, grid.getRaster(), GAP + i % across * stepX, GAP + i / across * stepY);
        }
        return grid;
    }

    /**
     * Returns one of the images, without a border.
     *
     * @throws IllegalArgumentException if these are not images [N,C,H,W] with 1 or 3 channels, or if there is no image
     *     at this index
     */
    public static BufferedImage single(TensorData images, int index) {
        Shape shape = checked(images);
        if (index < 0 || index >= shape.dim(0)) {
            throw new IllegalArgumentException(
                    "there is no image " + index + ": the " + shape.dim(0) + " images are numbered from 0");
        }
        BufferedImage image = blank(shape.dim(1), shape.dim(3), shape.dim(2), 0);
        paint(images, index, image.getRaster(), 0, 0);
        return image;
    }

    private static int columns(TensorData images) {
        return (int) Math.ceil(Math.sqrt(checked(images).dim(0)));
    }

    private static Shape checked(TensorData images) {
        Shape shape = images.shape();
        if (shape.rank() != 4 || shape.size() == 0 || (shape.dim(1) != 1 && shape.dim(1) != 3)) {
            throw new IllegalArgumentException("only images [N,C,H,W] with C = 1 (gray) or 3 (red, green, blue) can"
                    + " be drawn, and none may be empty; the shape is " + shape);
        }
        return shape;
    }

    /**
     * Returns a plain image, filled through its raster: a Graphics2D needs a display and changes the gamma of grays.
     */
    private static BufferedImage blank(int channels, int width, int height, int value) {
        int type = channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage image = new BufferedImage(width, height, type);
        int[] row = new int[width * channels];
        Arrays.fill(row, value);
        for (int y = 0; y < height; y++) {
            image.getRaster().setPixels(0, y, width, 1, row);
        }
        return image;
    }

    private static void paint(TensorData images, int index, WritableRaster raster, int left, int top) {
        int channels = images.shape().dim(1);
        int height = images.shape().dim(2);
        int width = images.shape().dim(3);
        int at = index * channels * height * width;
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    raster.setSample(left + x, top + y, channel, level(images.get(at++)));
                }
            }
        }
    }

    /** Returns a level from 0 to 255, the inverse of {@code v / 127.5 - 1}. NaN becomes black. */
    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.round((value + 1) * 127.5)));
    }
}
