package org.gan4j.api.data.images;

import java.awt.image.BufferedImage;

/**
 * An image of 8-bit levels.
 *
 * @param channels the number of channels: 1 for gray, 3 for red, green and blue
 * @param height the height in pixels
 * @param width the width in pixels
 * @param levels the levels, C×H×W, 0 to 255 as unsigned bytes; they are not copied
 */
public record PixelImage(int channels, int height, int width, byte[] levels) {
    private static final int COLORS = 3;

    /**
     * Converts an image. The result has 1 channel if every pixel is gray, otherwise 3.
     *
     * @throws ArithmeticException if the image has too many pixels for an array
     */
    public static PixelImage of(BufferedImage image) {
        PixelRows rows = PixelRows.of(image);
        int size = Math.multiplyExact(rows.width(), rows.height());
        byte[] levels = new byte[Math.multiplyExact(COLORS, size)];
        int[] row = new int[rows.width()];
        for (int y = 0; y < rows.height(); y++) {
            rows.read(y, row);
            for (int x = 0; x < row.length; x++) {
                int at = y * row.length + x;
                levels[at] = (byte) (row[x] >> 16);
                levels[size + at] = (byte) (row[x] >> 8);
                levels[2 * size + at] = (byte) row[x];
            }
        }
        return new PixelImage(COLORS, rows.height(), rows.width(), levels).grayIfItIs();
    }

    /** Returns this image with 1 channel if its 3 channels are equal; otherwise returns it unchanged. */
    public PixelImage grayIfItIs() {
        int size = height * width;
        for (int at = 0; channels == COLORS && at < size; at++) {
            if (levels[at] != levels[size + at] || levels[at] != levels[2 * size + at]) {
                return this;
            }
        }
        return channels == 1 ? this : gray();
    }

    /**
     * Returns this image with 1 channel, the luma 0.299 R + 0.587 G + 0.114 B of
     * <a href="https://www.itu.int/rec/R-REC-BT.601">ITU-R BT.601</a>.
     */
    public PixelImage gray() {
        if (channels == 1) {
            return this;
        }
        int size = height * width;
        byte[] gray = new byte[size];
        for (int at = 0; at < size; at++) {
            int sum =
                    299 * (levels[at] & 0xFF) + 587 * (levels[size + at] & 0xFF) + 114 * (levels[2 * size + at] & 0xFF);
            gray[at] = (byte) ((sum + 500) / 1000);
        }
        return new PixelImage(1, height, width, gray);
    }

    /** Returns this image with 3 channels, which are equal if it is gray. */
    public PixelImage colored() {
        if (channels == COLORS) {
            return this;
        }
        byte[] colored = new byte[COLORS * levels.length];
        for (int channel = 0; channel < COLORS; channel++) {
            System.arraycopy(levels, 0, colored, channel * levels.length, levels.length);
        }
        return new PixelImage(COLORS, height, width, colored);
    }
}
