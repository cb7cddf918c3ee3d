package org.gan4j.api.data.images;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;

/**
 * The rows of an image as {@code 0xRRGGBB}, 8 bits of sRGB per channel. Transparent pixels are blended with white. Gray
 * levels are kept as stored; Java's own conversion would change them, because it treats gray as linear.
 */
public final class PixelRows {
    private static final int WHITE = 255;

    private final BufferedImage image;
    private final boolean gray;
    /**
     * True if the samples are 8-bit red, green and blue, so that pixels need no conversion by the color model, which is
     * slow.
     */
    private final boolean plain;

    private int[] samples = {};

    private PixelRows(BufferedImage image, boolean gray) {
        this.image = image;
        this.gray = gray;
        ColorModel colors = image.getColorModel();
        this.plain = !gray
                && colors instanceof ComponentColorModel
                && colors.getTransferType() == DataBuffer.TYPE_BYTE
                && colors.getNumComponents() == 3
                && colors.getComponentSize(0) == Byte.SIZE;
    }

    /** Returns the rows of an image. */
    public static PixelRows of(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        ColorSpace space = colors.getColorSpace();
        boolean indexed = colors instanceof IndexColorModel;
        boolean gray = !indexed
                && space.getType() == ColorSpace.TYPE_GRAY
                && colors.getComponentSize(0) <= Short.SIZE
                && !colors.isAlphaPremultiplied();
        return new PixelRows(gray || indexed || space.isCS_sRGB() ? image : inSrgb(image), gray);
    }

    /** Converts a whole image to sRGB, because converting pixel by pixel is very slow. */
    private static BufferedImage inSrgb(BufferedImage image) {
        BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return new ColorConvertOp(null).filter(image, converted);
    }

    /** Returns the width in pixels. */
    public int width() {
        return image.getWidth();
    }

    /** Returns the height in pixels. */
    public int height() {
        return image.getHeight();
    }

    /**
     * Reads a row.
     *
     * @param y the number of the row, counted from 0 at the top
     * @param to receives one {@code 0xRRGGBB} per pixel; at least {@link #width()} long
     */
    public void read(int y, int[] to) {
        if (gray) {
            readGray(y, to);
        } else if (plain) {
            readPlain(y, to);
        } else {
            image.getRGB(0, y, width(), 1, to, 0, width());
            for (int x = 0; x < width(); x++) {
                to[x] = onWhite(to[x]);
            }
        }
    }

    private void readPlain(int y, int[] to) {
        samples = image.getRaster().getPixels(0, y, width(), 1, samples.length == 0 ? null : samples);
        for (int x = 0; x < width(); x++) {
            to[x] = samples[3 * x] << 16 | samples[3 * x + 1] << 8 | samples[3 * x + 2];
        }
    }

    private void readGray(int y, int[] to) {
        int bands = image.getRaster().getNumBands();
        samples = image.getRaster().getPixels(0, y, width(), 1, samples.length == 0 ? null : samples);
        int whitest = (1 << image.getColorModel().getComponentSize(0)) - 1;
        int opaque = bands == 1 ? 1 : (1 << image.getColorModel().getComponentSize(1)) - 1;
        for (int x = 0; x < width(); x++) {
            int level = eightBits(samples[x * bands], whitest);
            int alpha = bands == 1 ? WHITE : eightBits(samples[x * bands + 1], opaque);
            to[x] = onWhite(alpha << 24 | level << 16 | level << 8 | level);
        }
    }

    private static int eightBits(int sample, int most) {
        return (int) (((long) sample * WHITE + most / 2) / most);
    }

    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == WHITE) {
            return argb & 0xFFFFFF;
        }
        return onWhite(argb >> 16, alpha) << 16 | onWhite(argb >> 8, alpha) << 8 | onWhite(argb, alpha);
    }

    private static int onWhite(int level, int alpha) {
        return ((level & 0xFF) * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE;
    }
}
