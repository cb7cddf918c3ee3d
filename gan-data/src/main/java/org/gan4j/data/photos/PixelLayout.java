package org.gan4j.data.photos;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.stream.IntStream;

/**
 * The samples of each pixel: gray, or red, green and blue; then alpha, if there is any. Colors are not multiplied by
 * alpha.
 *
 * @param colors the number of colors: 1 for gray, 3 for red, green and blue
 * @param alpha whether an alpha sample follows them
 * @param bits the bits of a sample, 8 or 16
 */
public record PixelLayout(int colors, boolean alpha, int bits) {
    private static final int RGB = 3;

    /**
     * Validates the numbers.
     *
     * @throws IllegalArgumentException if there are neither 1 nor 3 colors, or neither 8 nor 16 bits
     */
    public PixelLayout {
        if (colors != 1 && colors != RGB) {
            throw new IllegalArgumentException("a photo has 1 or 3 colors, not " + colors);
        }
        if (bits != Byte.SIZE && bits != Short.SIZE) {
            throw new IllegalArgumentException("a sample of a photo has 8 or 16 bits, not " + bits);
        }
    }

    /** Returns the number of samples of a pixel. */
    public int channels() {
        return colors + (alpha ? 1 : 0);
    }

    /** Returns the largest sample: white, or opaque. */
    public int largest() {
        return (1 << bits) - 1;
    }

    /** Returns an empty raster of this layout. */
    public WritableRaster raster(int width, int height) {
        return Raster.createWritableRaster(sampleModel(width, height), null);
    }

    /** Returns the usual color space: sRGB, or Java's gray. */
    ColorSpace usualSpace() {
        return ColorSpace.getInstance(colors == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    }

    ColorModel colorModel(ColorSpace space) {
        return new ComponentColorModel(
                space, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, transferType());
    }

    SampleModel sampleModel(int width, int height) {
        int[] offsets = IntStream.range(0, channels()).toArray();
        return new PixelInterleavedSampleModel(
                transferType(), width, height, channels(), Math.multiplyExact(width, channels()), offsets);
    }

    private int transferType() {
        return bits == Byte.SIZE ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
    }
}
