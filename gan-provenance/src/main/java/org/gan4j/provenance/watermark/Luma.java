package org.gan4j.provenance.watermark;

import java.awt.image.Raster;
import org.gan4j.data.photos.Photo;

/**
 * The brightness of an image, 0 to 255, row by row.
 *
 * @param values width·height values
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Luma(int width, int height, double[] values) {
    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;
    private static final double WHITE = 255;

    /** Returns the luma of ITU-R BT.601, which JPEG encodes. */
    static Luma of(Photo photo) {
        Raster samples = photo.samples();
        int width = photo.width();
        int bands = samples.getNumBands();
        double scale = WHITE / photo.layout().largest();
        double[] values = new double[width * photo.height()];
        int[] row = new int[width * bands];
        for (int y = 0; y < photo.height(); y++) {
            samples.getPixels(samples.getMinX(), samples.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                double level = photo.layout().colors() == 1
                        ? row[at]
                        : RED * row[at] + GREEN * row[at + 1] + BLUE * row[at + 2];
                values[y * width + x] = scale * level;
            }
        }
        return new Luma(width, photo.height(), values);
    }

    /** Returns the part from a corner, which is included, to another one, which is not. */
    Luma part(int left, int top, int right, int bottom) {
        int across = right - left;
        double[] part = new double[across * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(values, y * width + left, part, (y - top) * across, across);
        }
        return new Luma(across, bottom - top, part);
    }

    /** Returns the mean of each pixel's neighbors, itself included, that are at most a radius away in both directions. */
    double[] means(double[] of, int radius) {
        int stride = width + 1;
        double[] sums = new double[stride * (height + 1)];
        for (int y = 0; y < height; y++) {
            double row = 0;
            for (int x = 0; x < width; x++) {
                row += of[y * width + x];
                sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1] + row;
            }
        }
        double[] means = new double[of.length];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - radius);
            int bottom = Math.min(height, y + radius + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - radius);
                int right = Math.min(width, x + radius + 1);
                double sum = sums[bottom * stride + right]
                        - sums[top * stride + right]
                        - sums[bottom * stride + left]
                        + sums[top * stride + left];
                means[y * width + x] = sum / ((right - left) * (bottom - top));
            }
        }
        return means;
    }
}
