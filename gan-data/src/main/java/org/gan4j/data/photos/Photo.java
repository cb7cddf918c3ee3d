package org.gan4j.data.photos;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.gan4j.data.folder.ImageFile;
import org.gan4j.data.folder.UnusableException;

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
     * Reads a PNG, JPEG, GIF (the first frame), BMP or WebP file. EXIF orientation is applied; palettes become colors; CMYK
     * becomes sRGB.
     *
     * @throws IllegalArgumentException if there is no such file, it is damaged or not an image, or has more than
     *     {@link ImageFile#MOST_PIXELS}
     */
    public static Photo read(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder: name an image in it");
        }
        try {
            return ImageFile.open(file, opened -> {
                BufferedImage decoded = opened.decode(unconverted(opened.reader()));
                CarriedMetadata carried = CarriedMetadata.of(file, opened);
                PlainPixels pixels = PlainPixels.of(decoded, carried.gray());
                return new Photo(
                        new PlainPixels(
                                pixels.layout(),
                                pixels.layout().usualSpace(),
                                carried.orientation().turn(pixels.samples())),
                        carried.profile().filter(bytes -> describes(pixels.layout(), bytes)));
            });
        } catch (UnusableException why) {
            throw new IllegalArgumentException(file + " " + why.getMessage(), why);
        }
    }

    /** Returns settings by which colors stay as stored: readers of JPEG and WebP would convert them by the profile. */
    private static ImageReadParam unconverted(ImageReader reader) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            ColorSpace space = type.getColorModel().getColorSpace();
            if (space.getType() == ColorSpace.TYPE_RGB && !space.isCS_sRGB()) {
                param.setDestinationType(type);
                return param;
            }
        }
        return param;
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
