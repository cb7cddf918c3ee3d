package org.gan4j.provenance.watermark;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import org.gan4j.data.photos.Photo;

/** An image whose levels can be changed: gray or color, of 8 or 16 bits, with or without alpha. */
final class Levels {
    private static final int SMALLEST = 16;
    private static final double WHITE = 255;

    private final BufferedImage image;
    private final int colors;
    private final int white;

    private Levels(BufferedImage image) {
        this.image = image;
        ColorModel model = image.getColorModel();
        this.colors = model.getNumColorComponents();
        this.white = (1 << model.getComponentSize(0)) - 1;
    }

    /**
     * Returns the levels of an image.
     *
     * @throws IllegalArgumentException if it is too small for a mark, or of other samples
     */
    static Levels of(RenderedImage image) {
        if (image.getWidth() < SMALLEST || image.getHeight() < SMALLEST) {
            throw new IllegalArgumentException("an image of " + image.getWidth() + "×" + image.getHeight()
                    + " pixels is too small for a watermark: it needs " + SMALLEST + "×" + SMALLEST
                    + ", and 64×64 to be found in a cropped JPEG; mark a grid of images, or leave the watermark out");
        }
        BufferedImage whole = whole(image);
        Levels levels = new Levels(whole.getColorModel() instanceof IndexColorModel ? withoutPalette(whole) : whole);
        int type = levels.image.getRaster().getTransferType();
        boolean plain = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT || type == DataBuffer.TYPE_INT;
        if (!plain || (levels.colors != 1 && levels.colors != 3) || levels.white < WHITE) {
            throw new IllegalArgumentException(
                    "a watermark needs an image of 8 or 16 bits, gray or in color, not " + image + ": convert it");
        }
        return levels;
    }

    private static BufferedImage whole(RenderedImage image) {
        return image instanceof BufferedImage buffered
                ? buffered
                : new BufferedImage(
                        image.getColorModel(),
                        image.copyData(null),
                        image.getColorModel().isAlphaPremultiplied(),
                        null);
    }

    private static BufferedImage withoutPalette(BufferedImage image) {
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), type);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                plain.setRGB(x, y, image.getRGB(x, y));
            }
        }
        return plain;
    }

    Luma luma() {
        return luma(image);
    }

    static Luma luma(BufferedImage image) {
        return Luma.of(Photo.of(image));
    }

    /** Returns a copy in which a change, in levels of 255, is added to each color of each pixel. */
    Changed plus(double[] change) {
        BufferedImage copy =
                new BufferedImage(image.getColorModel(), image.copyData(null), image.isAlphaPremultiplied(), null);
        WritableRaster raster = copy.getRaster();
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        double squares = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int i = 0; i < row.length; i++) {
                if (i % bands < colors) {
                    double wished = row[i] + change[y * width + i / bands] * white / WHITE;
                    int level = (int) Math.max(0, Math.min(white, Math.round(wished)));
                    double difference = (level - row[i]) * WHITE / white;
                    squares += difference * difference;
                    row[i] = level;
                }
            }
            raster.setPixels(0, y, width, 1, row);
        }
        return new Changed(copy, squares / ((double) width * raster.getHeight() * colors));
    }

    /**
     * A changed image.
     *
     * @param error the mean squared error, in levels of 255
     */
    record Changed(BufferedImage image, double error) {
        double psnr() {
            return 10 * StrictMath.log10(WHITE * WHITE / error);
        }
    }
}
