package org.gan4j.data.folder;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.List;
import javax.imageio.stream.ImageInputStream;
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

    /** Whether rows become columns, before the mirroring. */
    private final boolean swapped;

    private final boolean leftRight;
    private final boolean upDown;

    Orientation(boolean swapped, boolean leftRight, boolean upDown) {
        this.swapped = swapped;
        this.leftRight = leftRight;
        this.upDown = upDown;
    }

    /** Returns the orientation of a JPEG; upright if unknown. The position of the stream does not change. */
    static Orientation of(ImageInputStream jpeg) throws IOException {
        jpeg.mark();
        try {
            List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(jpeg, JPEG.APP1, "Exif");
            // a padding zero follows the identifier
            byte[] exif =
                    segments.isEmpty() ? new byte[0] : segments.get(0).data().readAllBytes();
            return exif.length < 2 ? UPRIGHT : inTags(new ByteArrayImageInputStream(exif, 1, exif.length - 1));
        } catch (IOException | RuntimeException unreadable) {
            // the image itself may still be readable
            return UPRIGHT;
        } finally {
            jpeg.reset();
        }
    }

    /** Returns the orientation that EXIF tags state, given as the bytes of a TIFF header; upright if unknown. */
    public static Orientation ofExif(byte[] tags) {
        try {
            return inTags(new ByteArrayImageInputStream(tags));
        } catch (IOException | RuntimeException unreadable) {
            return UPRIGHT;
        }
    }

    private static Orientation inTags(ImageInputStream tiff) throws IOException {
        Directory tags = new TIFFReader().read(tiff);
        Entry entry = tags.getEntryById(TIFF.TAG_ORIENTATION);
        return entry != null && entry.getValue() instanceof Number number ? of(number.intValue()) : UPRIGHT;
    }

    private static Orientation of(int exif) {
        return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
    }

    /** Returns whether turning upright makes rows of columns, which swaps width and height. */
    public boolean isSwapped() {
        return swapped;
    }

    /** Returns the image turned upright. */
    PixelImage turn(PixelImage image) {
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
