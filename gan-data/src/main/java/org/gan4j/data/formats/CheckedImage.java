package org.gan4j.data.formats;

import java.util.Locale;

/**
 * An image file that has been checked before anything is decoded, reduced to what its pixels need: texts, thumbnails,
 * further images and unknown parts are left out, and so never reach a decoder.
 *
 * @param format the format
 * @param width the width in pixels as stored, not turned
 * @param height the height in pixels as stored
 * @param orientation the turn that shows it upright
 * @param colors the meaning of the colors
 * @param streams whether a decoder that leaves out rows and columns holds no more than the rest
 * @param frame the place of the decoded pixels in the image
 * @param file the reduced file
 */
record CheckedImage(
        ImageFormat format,
        int width,
        int height,
        Orientation orientation,
        StoredColors colors,
        boolean streams,
        Frame frame,
        Bytes file) {
    /** Returns an image whose pixels fill it. */
    static CheckedImage filled(
            ImageFormat format,
            int width,
            int height,
            Orientation orientation,
            StoredColors colors,
            boolean streams,
            Bytes file) {
        return new CheckedImage(
                format, width, height, orientation, colors, streams, new Frame(0, 0, width, height), file);
    }

    /**
     * Part of an image; the rest is transparent.
     *
     * @param left the first column
     * @param top the first row
     */
    record Frame(int left, int top, int width, int height) {}

    /** Returns whether the decoded pixels are only a part of the image. */
    boolean isPart() {
        return frame.width() != width || frame.height() != height;
    }

    /** Requires that a size is possible. */
    static void requireSize(long width, long height) throws UnusableException {
        if (width < 1 || height < 1) {
            throw new UnusableException("is damaged: it says that it is " + width + "×" + height);
        }
        if (Math.max(width, height) > Integer.MAX_VALUE || width * height > ImageLimits.MOST_STREAMED) {
            throw ImageLimits.tooLarge(width, height);
        }
    }

    /**
     * Requires that the bytes of a file can hold what it says.
     *
     * @param needed the fewest bytes that can hold it
     * @param present the bytes that are present
     */
    static void requireHeld(long width, long height, long needed, long present) throws UnusableException {
        if (needed > present) {
            if (width * height > ImageLimits.MOST_PIXELS) {
                throw ImageLimits.tooLarge(width, height);
            }
            throw new UnusableException(String.format(
                    Locale.ROOT,
                    "is damaged: it says that it is %d×%d, and ends too early: its %,d bytes of pixels cannot hold them",
                    width,
                    height,
                    present));
        }
    }
}
