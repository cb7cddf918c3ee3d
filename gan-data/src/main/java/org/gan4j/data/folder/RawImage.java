package org.gan4j.data.folder;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.formats.Orientation;

/**
 * An image with the levels of its file: 8 bits in 1 or 3 channels, or 16 bits of gray.
 *
 * @param depth the number of bytes of a level, 1 or 2
 * @param levels the levels, C×H×W, unsigned; the higher byte comes first
 */
record RawImage(int channels, int height, int width, int depth, byte[] levels) {
    static RawImage of(PixelImage image) {
        return new RawImage(image.channels(), image.height(), image.width(), 1, image.levels());
    }

    /** Returns whether the pixels of an image are 16 bits of gray, without transparency. */
    static boolean isDeep(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        return colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                && colors.getNumComponents() == 1
                && colors.getComponentSize(0) == Short.SIZE;
    }

    /** Returns an image whose pixels are 16 bits of gray, turned upright. */
    static RawImage deep(BufferedImage image, Orientation orientation) {
        Raster upright = orientation.turn(image.getRaster());
        int width = upright.getWidth();
        int height = upright.getHeight();
        byte[] levels = new byte[Math.multiplyExact(2 * width, height)];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int level : upright.getPixels(upright.getMinX(), upright.getMinY() + y, width, 1, row)) {
                levels[at++] = (byte) (level >> Byte.SIZE);
                levels[at++] = (byte) level;
            }
        }
        return new RawImage(1, height, width, 2, levels);
    }

    RawImage gray() {
        return channels == 1 ? this : of(new PixelImage(channels, height, width, levels).gray());
    }

    /**
     * Returns the image with the mean of each square of factor×factor pixels as a pixel; what is left over at the right
     * and below is cut.
     */
    RawImage reduced(int factor) {
        if (factor == 1) {
            return this;
        }
        int newHeight = height / factor;
        int newWidth = width / factor;
        byte[] means = new byte[channels * newHeight * newWidth * depth];
        int at = 0;
        for (int row = 0; row < channels * newHeight; row++) {
            int top = row / newHeight * height + row % newHeight * factor;
            for (int x = 0; x < newWidth; x++) {
                long mean = mean(top * width + x * factor, factor);
                if (depth == 2) {
                    means[at++] = (byte) (mean >> Byte.SIZE);
                }
                means[at++] = (byte) mean;
            }
        }
        return new RawImage(channels, newHeight, newWidth, depth, means);
    }

    private long mean(int first, int factor) {
        long sum = 0;
        for (int y = 0; y < factor; y++) {
            for (int pixel = first + y * width; pixel < first + y * width + factor; pixel++) {
                sum += level(pixel);
            }
        }
        return (2 * sum + (long) factor * factor) / (2L * factor * factor);
    }

    private int level(int pixel) {
        return depth == 1
                ? Byte.toUnsignedInt(levels[pixel])
                : Byte.toUnsignedInt(levels[2 * pixel]) << Byte.SIZE | Byte.toUnsignedInt(levels[2 * pixel + 1]);
    }
}
