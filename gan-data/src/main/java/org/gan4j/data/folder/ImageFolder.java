package org.gan4j.data.folder;

import java.nio.file.Path;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;

/**
 * The pictures in a folder and its sub-folders: PNG, JPEG, GIF (the first picture), BMP and WebP. {@code image} is FLOAT
 * C×size×size in [-1, 1]: the center square of each picture, where every pixel is the average of the area that it
 * covers; of very large pictures only every so-many-th pixel is looked at. Photos stand the way up that their EXIF data say, and what is transparent becomes white.
 *
 * <p>If every picture lies in a sub-folder, these are the classes: {@code label} is the number of the sub-folder in
 * sorted order. Samples are in the order of their paths, everywhere the same. What cannot be read is named in
 * {@link Dataset#skipped()}; hidden files are ignored.
 *
 * <p>Opening decodes all pictures, on all cores. Those that would take more than a quarter of the memory wait in a
 * temporary file.
 *
 * @param path of the folder
 * @param size of the side in pixels; pictures with a shorter side are skipped. 0 takes pictures as they are, of one
 *     size. Default 64
 * @param colors by default {@link ColorMode#AUTO}
 */
public record ImageFolder(String path, int size, ColorMode colors) implements DataSource {
    private static final int LARGEST = 4096;

    public ImageFolder {
        if (path == null || path.isBlank()) {
            throw new IllegalArgumentException("an image folder needs the path of a folder");
        }
        if (size < 0 || size > LARGEST) {
            throw new IllegalArgumentException("the size of pictures must be from 1 to " + LARGEST
                    + ", or 0 to take them as they are, and not " + size);
        }
        if (colors == null) {
            throw new IllegalArgumentException("the colors of an image folder must be AUTO, GRAY or RGB");
        }
    }

    /** Squares of this side, in color unless all are gray. */
    public static ImageFolder of(Path path, int size) {
        return new ImageFolder(path.toString(), size, ColorMode.AUTO);
    }

    @Override
    public String name() {
        return "image-folder";
    }

    @Override
    public String summary() {
        return "PNG, JPEG, GIF, BMP and WebP pictures in a folder; sub-folders are classes";
    }

    @Override
    public Dataset open() {
        return open(Runtime.getRuntime().maxMemory() / 4);
    }

    /** @param budget in bytes; decoded pictures that need more wait in a temporary file */
    Dataset open(long budget) {
        return new FolderReading(Path.of(path), size, colors, budget).open();
    }
}
