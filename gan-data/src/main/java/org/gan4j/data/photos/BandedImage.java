package org.gan4j.data.photos;

import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;
import java.util.function.IntFunction;

/**
 * An image that is computed in bands of rows when these are read, and holds the latest band only. An image larger than
 * memory can so be written, since writers read from the top to the bottom; reading upwards computes bands again. Each
 * band is a tile of this {@link RenderedImage}; the last one may have fewer rows. Not thread-safe.
 */
public final class BandedImage implements RenderedImage {
    private final SampleModel samples;
    private final ColorModel colors;
    private final int width;
    private final int height;
    private final int bandHeight;
    private final IntFunction<Raster> bands;

    private int current = -1;
    private Raster band;

    /**
     * Creates an image.
     *
     * @param layout the samples of each pixel
     * @param space the colors that they mean
     * @param bandHeight the rows of a band
     * @param bands computes a band, counted from 0 at the top: its rows over the whole width, with the origin (0, 0)
     */
    public BandedImage(
            PixelLayout layout, ColorSpace space, int width, int height, int bandHeight, IntFunction<Raster> bands) {
        this.samples = layout.sampleModel(width, bandHeight);
        this.colors = layout.colorModel(space);
        this.width = width;
        this.height = height;
        this.bandHeight = bandHeight;
        this.bands = bands;
    }

    /** Returns the image, computed as a whole. */
    public BufferedImage whole() {
        return new BufferedImage(colors, copyData(null), false, null);
    }

    /** Returns the layout of an image whose color model this class or {@link Photo} made. */
    static PixelLayout layout(RenderedImage image) {
        ColorModel colors = image.getColorModel();
        return new PixelLayout(colors.getNumColorComponents(), colors.hasAlpha(), colors.getComponentSize(0));
    }

    @Override
    public Raster getTile(int tileX, int tileY) {
        if (tileY != current) {
            band = null; // before the next is made, so that there is never more than one
            Raster made = bands.apply(tileY);
            band = tileY == 0 ? made : made.createTranslatedChild(0, tileY * bandHeight);
            current = tileY;
        }
        return band;
    }

    @Override
    public Raster getData(Rectangle region) {
        int first = region.y / bandHeight;
        if ((region.y + region.height - 1) / bandHeight == first) {
            return getTile(0, first)
                    .createChild(region.x, region.y, region.width, region.height, region.x, region.y, null);
        }
        return copyData(Raster.createWritableRaster(
                samples.createCompatibleSampleModel(region.width, region.height), region.getLocation()));
    }

    @Override
    public Raster getData() {
        return getData(new Rectangle(width, height));
    }

    @Override
    public WritableRaster copyData(WritableRaster given) {
        WritableRaster to = given == null
                ? Raster.createWritableRaster(samples.createCompatibleSampleModel(width, height), new Point())
                : given;
        int last = (to.getMinY() + to.getHeight() - 1) / bandHeight;
        for (int tile = to.getMinY() / bandHeight; tile <= last; tile++) {
            to.setRect(getTile(0, tile));
        }
        return to;
    }

    @Override
    @SuppressWarnings("JdkObsolete") // the interface is older than List
    public Vector<RenderedImage> getSources() {
        return null;
    }

    @Override
    public Object getProperty(String name) {
        return Image.UndefinedProperty;
    }

    @Override
    public String[] getPropertyNames() {
        return null;
    }

    @Override
    public ColorModel getColorModel() {
        return colors;
    }

    @Override
    public SampleModel getSampleModel() {
        return samples;
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public int getMinX() {
        return 0;
    }

    @Override
    public int getMinY() {
        return 0;
    }

    @Override
    public int getNumXTiles() {
        return 1;
    }

    @Override
    public int getNumYTiles() {
        return (height + bandHeight - 1) / bandHeight;
    }

    @Override
    public int getMinTileX() {
        return 0;
    }

    @Override
    public int getMinTileY() {
        return 0;
    }

    @Override
    public int getTileWidth() {
        return width;
    }

    @Override
    public int getTileHeight() {
        return bandHeight;
    }

    @Override
    public int getTileGridXOffset() {
        return 0;
    }

    @Override
    public int getTileGridYOffset() {
        return 0;
    }
}
