package org.gan4j.data.photos;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.data.folder.ImageFile;
import org.gan4j.data.formats.ImageLimits;
import org.gan4j.data.formats.StoredImage;
import org.gan4j.data.formats.UnusableException;

/**
 * A photograph: its samples, gray or in color, of 8 or 16 bits, with or without alpha, upright; and the ICC profile that
 * says which colors they mean. The samples are as stored, never converted by the profile. Immutable, as long as nobody
 * changes the image that it was made of.
 */
public final class Photo {
    private static final int PROFILE_SPACE = 16;

    private final PlainPixels pixels;
    private final byte[] profile;

    private Photo(PlainPixels pixels, Optional<byte[]> profile) {
        this.pixels = pixels;
        this.profile = profile.orElse(null);
    }

    /** Returns an image as a photo without an ICC profile. The samples are not copied if they are of 8 or 16 bits. */
    public static Photo of(BufferedImage image) {
        return new Photo(PlainPixels.of(image, false), Optional.empty());
    }

    /**
     * Reads a PNG, JPEG, GIF (the first frame), BMP, WebP or TIFF file. EXIF orientation is applied; palettes become colors; CMYK
     * becomes sRGB.
     *
     * @throws IllegalArgumentException if there is no such file, it is damaged or not an image, or has more than
     *     {@link ImageLimits#MOST_PIXELS}
     */
    public static Photo read(Path file) {
        ImageFile.requireFile(file);
        try {
            StoredImage stored = StoredImage.of(file);
            PlainPixels pixels = PlainPixels.of(stored.decode(1), stored.isGray());
            return new Photo(
                    new PlainPixels(
                            pixels.layout(),
                            pixels.layout().usualSpace(),
                            stored.orientation().turn(pixels.samples())),
                    stored.profile().filter(bytes -> describes(pixels.layout(), bytes)));
        } catch (UnusableException why) {
            throw new IllegalArgumentException(file + " " + why.getMessage(), why);
        }
    }

    /** Returns whether a profile is of these colors: that of a CMYK image is not, once the image is converted. */
    private static boolean describes(PixelLayout layout, byte[] profile) {
        String wanted = layout.colors() == 1 ? "GRAY" : "RGB ";
        return profile.length > PROFILE_SPACE + wanted.length()
                && new String(profile, PROFILE_SPACE, wanted.length(), StandardCharsets.US_ASCII).equals(wanted);
    }

    /** Returns the width in pixels. */
    public int width() {
        return pixels.samples().getWidth();
    }

    /** Returns the height in pixels. */
    public int height() {
        return pixels.samples().getHeight();
    }

    /** Returns the samples of each pixel. */
    public PixelLayout layout() {
        return pixels.layout();
    }

    /** Returns Java's color space of the image; for a file sRGB or gray, since its profile is kept as bytes. */
    public ColorSpace space() {
        return pixels.space();
    }

    /** Returns the samples, which nobody must change. */
    public Raster samples() {
        return pixels.samples();
    }

    /** Returns the ICC profile, byte by byte as in the file. */
    public Optional<byte[]> profile() {
        return Optional.ofNullable(profile).map(byte[]::clone);
    }
}
