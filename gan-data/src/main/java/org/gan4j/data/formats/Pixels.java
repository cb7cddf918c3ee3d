package org.gan4j.data.formats;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.function.IntUnaryOperator;
import org.gan4j.data.formats.CheckedImage.Frame;

/** Pixels as {@code 0xAARRGGBB} of 8 bits. Gray levels are kept as stored: Java would treat them as linear. */
final class Pixels {
    private static final int OPAQUE = 0xFF000000;

    private Pixels() {}

    /** Reads a row of an image. */
    static void read(BufferedImage image, int y, int[] to) {
        ColorModel colors = image.getColorModel();
        boolean gray =
                !(colors instanceof IndexColorModel) && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        if (!gray) {
            image.getRGB(0, y, image.getWidth(), 1, to, 0, image.getWidth());
            return;
        }
        Raster raster = image.getRaster();
        int bands = raster.getNumBands();
        int[] samples = raster.getPixels(0, y, image.getWidth(), 1, (int[]) null);
        for (int x = 0; x < image.getWidth(); x++) {
            int level = eightBits(samples[x * bands], colors.getComponentSize(0));
            int alpha = bands == 1 ? OPAQUE : eightBits(samples[x * bands + 1], colors.getComponentSize(1)) << 24;
            to[x] = alpha | level << 16 | level << 8 | level;
        }
    }

    private static int eightBits(int sample, int bits) {
        int most = (1 << bits) - 1;
        return (int) ((sample * 255L + most / 2) / most);
    }

    /** Returns an image with each color mapped to another. */
    static BufferedImage mapped(BufferedImage image, IntUnaryOperator map) {
        BufferedImage mapped = empty(image, image.getColorModel().hasAlpha());
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            read(image, y, row);
            for (int x = 0; x < row.length; x++) {
                row[x] = map.applyAsInt(row[x]);
            }
            mapped.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return mapped;
    }

    static BufferedImage empty(BufferedImage like, boolean alpha) {
        return new BufferedImage(
                like.getWidth(), like.getHeight(), alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    /** Returns an image in which a color, in samples as stored, is transparent. */
    static BufferedImage withInvisible(BufferedImage image, long color) {
        BufferedImage shown = empty(image, true);
        int bands = image.getRaster().getNumBands();
        int[] wanted = {(int) (color >> 32) & 0xFFFF, (int) (color >> 16) & 0xFFFF, (int) color & 0xFFFF};
        int[] row = new int[image.getWidth()];
        int[] samples = null;
        for (int y = 0; y < image.getHeight(); y++) {
            read(image, y, row);
            samples = image.getRaster().getPixels(0, y, row.length, 1, samples);
            for (int x = 0; x < row.length; x++) {
                boolean same = true;
                for (int band = 0; band < bands; band++) {
                    same &= samples[x * bands + band] == wanted[band];
                }
                row[x] = same ? 0 : row[x];
            }
            shown.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return shown;
    }

    /** Returns a larger image with this one at a place; the rest is transparent. */
    static BufferedImage placed(BufferedImage part, Frame frame, int width, int height) {
        BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[part.getWidth()];
        for (int y = 0; y < part.getHeight(); y++) {
            read(part, y, row);
            whole.setRGB(frame.left(), frame.top() + y, row.length, 1, row, 0, row.length);
        }
        return whole;
    }
}
