package org.gan4j.data.folder;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import org.gan4j.api.data.images.PixelImage;

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

    /** Returns an image whose pixels are 16 bits of gray. */
    static RawImage deep(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] levels = new byte[Math.multiplyExact(2 * width, height)];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int level : image.getRaster().getPixels(0, y, width, 1, row)) {
                levels[at++] = (byte) (level >> Byte.SIZE);
                levels[at++] = (byte) level;
            }
        }
        return new RawImage(1, height, width, 2, levels);
    }

    RawImage gray() {
        return channels == 1 ? this : of(new PixelImage(channels, height, width, levels).gray());
    }
}
