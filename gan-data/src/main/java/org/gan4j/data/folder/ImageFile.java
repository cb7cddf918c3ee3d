package org.gan4j.data.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.data.images.PixelImage;
import org.gan4j.data.formats.ImageLimits;
import org.gan4j.data.formats.UnusableException;

/** An image file: PNG, JPEG, GIF, BMP, WebP or TIFF, as its content says, whatever its name is. */
public final class ImageFile {
    private ImageFile() {}

    /**
     * Reads an image as a folder of data does: upright, in sRGB, transparent parts white, with 8 bits.
     *
     * @throws IllegalArgumentException if there is no such file, it is damaged or not an image, or has more than
     *     {@link ImageLimits#MOST_PIXELS}
     */
    public static PixelImage pixels(Path file) {
        requireFile(file);
        try {
            return new ImageDecoder(0).read(file);
        } catch (UnusableException why) {
            throw new IllegalArgumentException(file + " " + why.getMessage(), why);
        }
    }

    /**
     * Requires that there is a file.
     *
     * @throws IllegalArgumentException if there is none, or it is a folder
     */
    public static void requireFile(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder: name an image in it");
        }
    }
}
