package org.gan4j.data.photos;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * The pixels of an image of any kind, as a layout and its samples. Samples of 8 and 16 bits are kept as they are; others
 * are scaled to the next of these. Palettes become colors. Unusual color spaces become sRGB of 8 bits.
 */
record PlainPixels(PixelLayout layout, ColorSpace space, Raster samples) {
    private static final int RGB = 3;
    /** Where red, green, blue and alpha are in {@code 0xAARRGGBB}. */
    private static final int[] SHIFTS = {16, 8, 0, 24};

    /**
     * Returns the pixels of an image.
     *
     * @param grayPalette whether a palette is but an encoding of gray levels
     */
    static PlainPixels of(BufferedImage image, boolean grayPalette) {
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel) {
            return decoded(image, new PixelLayout(grayPalette ? 1 : RGB, !grayPalette && colors.hasAlpha(), Byte.SIZE));
        }
        if (isPlain(colors, image.getRaster())) {
            return plain(image);
        }
        PixelLayout layout = new PixelLayout(RGB, colors.hasAlpha(), Byte.SIZE);
        return decoded(colors.getColorSpace().isCS_sRGB() ? image : inSrgb(image), layout);
    }

    private static boolean isPlain(ColorModel colors, Raster raster) {
        int space = colors.getColorSpace().getType();
        int type = colors.getTransferType();
        return (space == ColorSpace.TYPE_GRAY || space == ColorSpace.TYPE_RGB)
                && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT || type == DataBuffer.TYPE_INT)
                && !(colors.hasAlpha() && colors.isAlphaPremultiplied())
                && raster.getNumBands() == colors.getNumComponents()
                && Arrays.stream(colors.getComponentSize()).allMatch(bits -> bits <= Short.SIZE);
    }

    private static PlainPixels plain(BufferedImage image) {
        ColorModel colors = image.getColorModel();
        int[] sizes = colors.getComponentSize();
        int bits = Arrays.stream(sizes).max().orElseThrow() <= Byte.SIZE ? Byte.SIZE : Short.SIZE;
        PixelLayout layout = new PixelLayout(colors.getNumColorComponents(), colors.hasAlpha(), bits);
        Raster samples = image.getRaster();
        return new PlainPixels(
                layout,
                colors.getColorSpace(),
                Arrays.stream(sizes).allMatch(size -> size == bits) ? samples : scaled(samples, sizes, layout));
    }

    private static Raster scaled(Raster from, int[] sizes, PixelLayout layout) {
        WritableRaster to = layout.raster(from.getWidth(), from.getHeight());
        int[] row = new int[from.getWidth() * sizes.length];
        for (int y = 0; y < from.getHeight(); y++) {
            from.getPixels(from.getMinX(), from.getMinY() + y, from.getWidth(), 1, row);
            for (int i = 0; i < row.length; i++) {
                int most = (1 << sizes[i % sizes.length]) - 1;
                row[i] = (int) (((long) row[i] * layout.largest() + most / 2) / most);
            }
            to.setPixels(0, y, from.getWidth(), 1, row);
        }
        return to;
    }

    /** Converts a whole image to sRGB, because converting pixel by pixel is very slow. */
    private static BufferedImage inSrgb(BufferedImage image) {
        BufferedImage converted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        return new ColorConvertOp(null).filter(image, converted);
    }

    /** Lets the color model decode the pixels. */
    private static PlainPixels decoded(BufferedImage image, PixelLayout layout) {
        WritableRaster to = layout.raster(image.getWidth(), image.getHeight());
        int width = image.getWidth();
        int[] row = new int[width];
        int[] pixels = new int[width * layout.channels()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int i = 0; i < pixels.length; i++) {
                int channel = i % layout.channels();
                pixels[i] = row[i / layout.channels()] >>> SHIFTS[channel] & 0xFF;
            }
            to.setPixels(0, y, width, 1, pixels);
        }
        return new PlainPixels(layout, layout.usualSpace(), to);
    }
}
