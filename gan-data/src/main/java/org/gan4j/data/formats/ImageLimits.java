package org.gan4j.data.formats;

import java.util.Locale;
import java.util.Optional;

/** The limits that hold for every image file, whatever it says. */
public final class ImageLimits {
    /** The most pixels that are decoded: two such images at a time still fit into a small heap. */
    public static final long MOST_PIXELS = 100_000_000;

    /** The most pixels of an image that is read row by row, of which only some are kept. */
    public static final long MOST_STREAMED = 1_000_000_000;

    /** The most bytes of a file, which is read as a whole. */
    public static final long MOST_BYTES = 500_000_000;

    /** The most bytes of a color profile. */
    public static final int LARGEST_PROFILE = 4_000_000;

    /** The most that one byte of zlib's and gzip's deflate can become. */
    static final long DEFLATE = 1032;

    /** The most that one byte of LZW with codes of at most 12 bits can become. */
    static final long LZW = 2730;

    private ImageLimits() {}

    static UnusableException tooLarge(long width, long height) {
        return new UnusableException(String.format(
                Locale.ROOT, "is too large: %d×%d, at most %,d pixels can be read", width, height, MOST_PIXELS));
    }

    /** Returns a color profile, unless it is too large. */
    static Optional<byte[]> profile(Bytes data) throws UnusableException {
        requireProfile(data.length());
        return Optional.of(data.copy());
    }

    static void requireProfile(long bytes) throws UnusableException {
        if (bytes > LARGEST_PROFILE) {
            throw new UnusableException(String.format(
                    Locale.ROOT, "has a color profile of %,d bytes, and at most %,d are read", bytes, LARGEST_PROFILE));
        }
    }
}
