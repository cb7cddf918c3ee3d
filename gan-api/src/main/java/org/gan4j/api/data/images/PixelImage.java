package org.gan4j.api.data.images;

import java.awt.image.BufferedImage;

/**
 * A picture as bytes.
 *
 * @param levels C×H×W, 0 to 255
 */
public record PixelImage(int channels, int height, int width, byte[] levels) {
    private static final int COLOURS = 3;

    /** With 1 channel if every pixel is grey, else with 3: red, green, blue. */
    public static PixelImage of(BufferedImage image) {
        PixelRows rows = PixelRows.of(image);
        int size = Math.multiplyExact(rows.width(), rows.height());
        byte[] levels = new byte[Math.multiplyExact(COLOURS, size)];
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
        return new PixelImage(COLOURS, rows.height(), rows.width(), levels).greyIfItIs();
    }

    /** The same with 1 channel if the three are equal. */
    public PixelImage greyIfItIs() {
        int size = height * width;
        for (int at = 0; channels == COLOURS && at < size; at++) {
            if (levels[at] != levels[size + at] || levels[at] != levels[2 * size + at]) {
                return this;
            }
        }
        return channels == 1 ? this : grey();
    }

    /**
     * The same with 1 channel: the luma 0.299 R + 0.587 G + 0.114 B of
     * <a href="https://www.itu.int/rec/R-REC-BT.601">ITU-R BT.601</a>.
     */
    public PixelImage grey() {
        if (channels == 1) {
            return this;
        }
        int size = height * width;
        byte[] grey = new byte[size];
        for (int at = 0; at < size; at++) {
            int sum =
                    299 * (levels[at] & 0xFF) + 587 * (levels[size + at] & 0xFF) + 114 * (levels[2 * size + at] & 0xFF);
            grey[at] = (byte) ((sum + 500) / 1000);
        }
        return new PixelImage(1, height, width, grey);
    }

    /** The same with 3 channels, which are equal if it had 1. */
    public PixelImage coloured() {
        if (channels == COLOURS) {
            return this;
        }
        byte[] coloured = new byte[COLOURS * levels.length];
        for (int channel = 0; channel < COLOURS; channel++) {
            System.arraycopy(levels, 0, coloured, channel * levels.length, levels.length);
        }
        return new PixelImage(COLOURS, height, width, coloured);
    }
}
