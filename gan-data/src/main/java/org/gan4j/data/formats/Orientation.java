package org.gan4j.data.formats;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.gan4j.api.data.images.PixelImage;

/** The orientations of EXIF, in their order from 1: the corner that the first row and column begin in. */
public enum Orientation {
    /** 1: top left, which needs no turn. */
    UPRIGHT(false, false, false),
    /** 2: top right. */
    MIRRORED(false, true, false),
    /** 3: bottom right. */
    UPSIDE_DOWN(false, true, true),
    /** 4: bottom left. */
    FLIPPED(false, false, true),
    /** 5: top left, in columns. */
    TRANSPOSED(true, false, false),
    /** 6: top right, in columns. */
    TURN_RIGHT(true, true, false),
    /** 7: bottom right, in columns. */
    TRANSVERSED(true, true, true),
    /** 8: bottom left, in columns. */
    TURN_LEFT(true, false, true);

    private static final int TAG = 274;

    /** Whether rows become columns, before the mirroring. */
    private final boolean swapped;

    private final boolean leftRight;
    private final boolean upDown;

    Orientation(boolean swapped, boolean leftRight, boolean upDown) {
        this.swapped = swapped;
        this.leftRight = leftRight;
        this.upDown = upDown;
    }

    /** Returns the orientation that EXIF tags state, given as a TIFF; upright if they are unreadable or state none. */
    static Orientation ofExif(Bytes tags) {
        try {
            boolean little = tags.has(0, "II*\0");
            if (!little && !tags.has(0, "MM\0*")) {
                return UPRIGHT;
            }
            Bytes tiff = new Bytes(tags.array(), tags.from(), tags.length(), little);
            TiffTags found = TiffTags.at(tiff, tiff.u32(4));
            return of((int) found.number(TAG, 1));
        } catch (UnusableException unreadable) {
            // the image itself is still readable
            return UPRIGHT;
        }
    }

    static Orientation of(int exif) {
        return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
    }

    /** Returns whether turning upright makes rows of columns, which swaps width and height. */
    public boolean isSwapped() {
        return swapped;
    }

    /** Returns the image turned upright. */
    public PixelImage turn(PixelImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        int height = swapped ? image.width() : image.height();
        int width = swapped ? image.height() : image.width();
        byte[] turned = new byte[image.levels().length];
        int at = 0;
        for (int channel = 0; channel < image.channels(); channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int fromY = fromY(x, y, image.height());
                    int fromX = fromX(x, y, image.width());
                    turned[at++] = image.levels()[(channel * image.height() + fromY) * image.width() + fromX];
                }
            }
        }
        return new PixelImage(image.channels(), height, width, turned);
    }

    /** Returns the samples turned upright, whatever their type; equal to the given ones if they are upright. */
    public Raster turn(Raster image) {
        if (this == UPRIGHT) {
            return image;
        }
        int height = swapped ? image.getWidth() : image.getHeight();
        int width = swapped ? image.getHeight() : image.getWidth();
        WritableRaster turned = image.createCompatibleWritableRaster(width, height);
        Object pixel = null;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = image.getMinX() + fromX(x, y, image.getWidth());
                int fromY = image.getMinY() + fromY(x, y, image.getHeight());
                pixel = image.getDataElements(fromX, fromY, pixel);
                turned.setDataElements(x, y, pixel);
            }
        }
        return turned;
    }

    /** Returns the column, in a stored image of this width, of the pixel that comes to (x, y). */
    private int fromX(int x, int y, int width) {
        return swapped ? down(y, width) : across(x, width);
    }

    /** Returns the row, in a stored image of this height, of the pixel that comes to (x, y). */
    private int fromY(int x, int y, int height) {
        return swapped ? across(x, height) : down(y, height);
    }

    private int down(int y, int size) {
        return upDown ? size - 1 - y : y;
    }

    private int across(int x, int size) {
        return leftRight ? size - 1 - x : x;
    }
}
