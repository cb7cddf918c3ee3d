package org.gan4j.data.photos;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;

/**
 * A raster that has no memory: each part is made of the same part of an image when it is asked for, with 8 bits, and
 * blended with white. Java's JPEG writer copies an image of several tiles as a whole before it begins, but of a single
 * tile it takes one row after the other.
 */
final class OpaqueRows extends Raster {
    private final RenderedImage image;
    private final PixelLayout from;
    private final PixelLayout to;

    private OpaqueRows(RenderedImage image, PixelLayout from, PixelLayout to) {
        super(to.sampleModel(image.getWidth(), image.getHeight()), new DataBufferByte(1), new Point());
        this.image = image;
        this.from = from;
        this.to = to;
    }

    /** Returns an opaque image of one tile. */
    static RenderedImage of(RenderedImage image) {
        PixelLayout from = BandedImage.layout(image);
        PixelLayout to = new PixelLayout(from.colors(), false, Byte.SIZE);
        OpaqueRows rows = new OpaqueRows(image, from, to);
        return new BandedImage(
                to, to.usualSpace(), image.getWidth(), image.getHeight(), image.getHeight(), band -> rows);
    }

    @Override
    public Raster createChild(int x, int y, int width, int height, int toX, int toY, int[] bands) {
        int[] given = image.getData(new Rectangle(x, y, width, height)).getPixels(x, y, width, height, (int[]) null);
        int[] made = new int[width * height * to.channels()];
        for (int pixel = 0; pixel < width * height; pixel++) {
            int at = pixel * from.channels();
            int alpha = from.alpha() ? given[at + from.colors()] : from.largest();
            for (int color = 0; color < to.colors(); color++) {
                made[pixel * to.colors() + color] = onWhite(given[at + color], alpha);
            }
        }
        WritableRaster part = createWritableRaster(to.sampleModel(width, height), new Point(toX, toY));
        part.setPixels(toX, toY, width, height, made);
        return bands == null ? part : part.createChild(toX, toY, width, height, toX, toY, bands);
    }

    private int onWhite(int sample, int alpha) {
        double most = from.largest();
        double blended = (sample * (double) alpha + most * (most - alpha)) / (most * most);
        return (int) Math.round(blended * to.largest());
    }
}
