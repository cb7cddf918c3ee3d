package org.gan4j.data.folder;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.api.data.images.PixelRows;
import org.gan4j.data.formats.Orientation;
import org.gan4j.data.formats.StoredImage;
import org.gan4j.data.formats.UnusableException;

/**
 * A reader of image files, which detects the format from the content. Thread-safe.
 *
 * @param size side in pixels of the center square to return; 0 returns the whole image
 * @param enlarge whether smaller images are enlarged
 */
record ImageDecoder(int size, boolean enlarge) {
    /** Images with more pixels are subsampled while decoding, as long as enough pixels are left to average over. */
    private static final long MANY_PIXELS = 8_000_000;

    private static final int ENOUGH_PER_PIXEL = 4;

    ImageDecoder(int size) {
        this(size, false);
    }

    /** The width and height of an upright image. */
    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "×" + height;
        }
    }

    /** Returns the size of an image, upright, from its header. */
    static Size measure(StoredImage stored) {
        int width = stored.width();
        int height = stored.height();
        return stored.orientation().isSwapped() ? new Size(height, width) : new Size(width, height);
    }

    /**
     * Reads a file once, as {@link #read(StoredImage)} does.
     *
     * @throws UnusableException if it is no usable image, or is too small
     */
    PixelImage read(Path file) throws UnusableException {
        return read(StoredImage.of(file));
    }

    /**
     * Returns the center square of an image, or the whole image, upright and in sRGB.
     *
     * @throws UnusableException if it is too small, or its pixels or colors are damaged
     */
    PixelImage read(StoredImage stored) throws UnusableException {
        requireEnough(measure(stored));
        return stored.orientation().turn(square(stored.decodeInSrgb(every(stored))));
    }

    /** Returns the size of the left half of an image, which is that of the right one. */
    Size measureHalf(Path file) throws UnusableException {
        return measureHalf(StoredImage.of(file));
    }

    /** Returns the left and the right half of an image. */
    List<PixelImage> readHalves(Path file) throws UnusableException {
        StoredImage stored = StoredImage.of(file);
        Size half = measureHalf(stored);
        requireEnough(half);
        BufferedImage both = stored.decodeInSrgb(1);
        return List.of(
                square(both.getSubimage(0, 0, half.width(), half.height())),
                square(both.getSubimage(half.width(), 0, half.width(), half.height())));
    }

    private static Size measureHalf(StoredImage stored) throws UnusableException {
        Size both = measure(stored);
        if (both.width() % 2 != 0) {
            throw new UnusableException("has an odd width, " + both.width() + ", so it is not two images side by side");
        }
        if (stored.orientation() != Orientation.UPRIGHT) {
            throw new UnusableException("is turned by its EXIF orientation: save it upright");
        }
        return new Size(both.width() / 2, both.height());
    }

    private PixelImage square(BufferedImage image) {
        if (size == 0) {
            return PixelImage.of(image);
        }
        int side = Math.min(image.getWidth(), image.getHeight());
        return side < size ? EnlargedSquare.of(image, size) : CenterSquare.of(PixelRows.of(image), size);
    }

    /** Returns the whole image, without subsampling. The size is only the shortest side that it may have. */
    RawImage readWhole(Path file) throws UnusableException {
        StoredImage stored = StoredImage.of(file);
        requireEnough(measure(stored));
        BufferedImage decoded = stored.decodeInSrgb(1);
        return RawImage.isDeep(decoded)
                ? RawImage.deep(decoded, stored.orientation())
                : RawImage.of(stored.orientation().turn(PixelImage.of(decoded)));
    }

    private void requireEnough(Size measured) throws UnusableException {
        if (!enlarge && Math.min(measured.width(), measured.height()) < size) {
            throw new UnusableException("is too small: " + measured + ", at least " + size + "×" + size + " is needed");
        }
    }

    /** Returns the subsampling of a very large image: 1 reads every pixel, 2 every second, ... */
    private int every(StoredImage stored) {
        if (size == 0) {
            return 1;
        }
        int width = stored.width();
        int height = stored.height();
        int wanted = (int) Math.ceil(Math.sqrt((double) width * height / MANY_PIXELS));
        int allowed = Math.min(width, height) / (ENOUGH_PER_PIXEL * size);
        return Math.max(1, Math.min(wanted, allowed));
    }
}
