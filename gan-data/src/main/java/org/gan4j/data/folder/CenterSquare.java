package org.gan4j.data.folder;

import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.data.images.PixelRows;

/**
 * The downscaled center square of an image. Each new pixel is the average of the area that it covers; old pixels at the
 * edge of the area are weighted by the covered part. The result equals downscaling the whole image by its shorter side
 * and cropping the center, without rounding in between.
 */
final class CenterSquare {
    private static final int CHANNELS = 3;

    private final int size;
    private final double left;
    private final double top;
    /** The width of a new pixel in old pixels. */
    private final double step;

    private final double[] sums;

    private CenterSquare(PixelRows rows, int size) {
        this.size = size;
        int side = Math.min(rows.width(), rows.height());
        this.left = (rows.width() - side) / 2.0;
        this.top = (rows.height() - side) / 2.0;
        this.step = (double) side / size;
        this.sums = new double[CHANNELS * size * size];
    }

    /**
     * Returns the center square of an image.
     *
     * @param size side in pixels, at most the shorter side of the image
     */
    static PixelImage of(PixelRows rows, int size) {
        return new CenterSquare(rows, size).read(rows);
    }

    private PixelImage read(PixelRows rows) {
        int[] row = new int[rows.width()];
        int end = (int) Math.ceil(top + size * step);
        for (int y = (int) top; y < Math.min(end, rows.height()); y++) {
            rows.read(y, row);
            addRow(row, y);
        }
        byte[] levels = new byte[sums.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.min(255, Math.round(sums[i] / (step * step)));
        }
        return new PixelImage(CHANNELS, size, size, levels).grayIfItIs();
    }

    /** Adds an old row to the new rows that cover it. */
    private void addRow(int[] row, int y) {
        double[] across = across(row);
        int last = Math.min(size - 1, (int) ((y + 1 - top) / step));
        for (int to = Math.max(0, (int) ((y - top) / step)); to <= last; to++) {
            double weight = overlap(y, top + to * step);
            for (int channel = 0; channel < CHANNELS; channel++) {
                for (int x = 0; x < size; x++) {
                    sums[(channel * size + to) * size + x] += weight * across[channel * size + x];
                }
            }
        }
    }

    /** Returns a downscaled row. Old pixels entirely within a new one are summed as integers, for speed. */
    private double[] across(int[] row) {
        double[] across = new double[CHANNELS * size];
        for (int x = 0; x < size; x++) {
            double from = left + x * step;
            int first = (int) from;
            int last = Math.min(row.length, (int) Math.ceil(from + step)) - 1;
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int at = first + 1; at < last; at++) {
                red += row[at] >> 16 & 0xFF;
                green += row[at] >> 8 & 0xFF;
                blue += row[at] & 0xFF;
            }
            double atFirst = overlap(first, from);
            double atLast = last > first ? overlap(last, from) : 0;
            across[x] = red + atFirst * (row[first] >> 16 & 0xFF) + atLast * (row[last] >> 16 & 0xFF);
            across[size + x] = green + atFirst * (row[first] >> 8 & 0xFF) + atLast * (row[last] >> 8 & 0xFF);
            across[2 * size + x] = blue + atFirst * (row[first] & 0xFF) + atLast * (row[last] & 0xFF);
        }
        return across;
    }

    /** Returns the part of an old pixel that lies within the new one that begins at {@code from}. */
    private double overlap(int old, double from) {
        return Math.max(0, Math.min(old + 1, from + step) - Math.max(old, from));
    }
}
