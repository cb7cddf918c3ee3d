package org.gan4j.data.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.plugin.FilePath;

/**
 * Pairs of images in a folder, for image translation: {@code source}, the image that is translated, and {@code image},
 * its translation, both FLOAT C×size×size in [-1, 1]. The pairs are
 *
 * <ul>
 *   <li>files of the same name, but for the extension, in the sub-folders {@code source} and {@code image}; or,
 *   <li>without these, images of both side by side, the source on the left, as the data of <a
 *       href="https://arxiv.org/abs/1611.07004">pix2pix</a> are published.
 * </ul>
 *
 * <p>Files are read as by {@link ImageFolder}, and each image of a pair becomes its own center square, so the two must
 * have the same ratio of width and height. Files without a counterpart, pairs of which one cannot be read or has another
 * ratio, and side-by-side images of an odd width are listed in {@link Dataset#skipped()}. {@linkplain
 * Dataset#transformed() Transforms} do not apply, since they would change the images of a pair differently.
 *
 * @param path path of the folder
 * @param size side in pixels; images with a shorter side are skipped. 0 keeps the size of the images, which must all be
 *     equal. Defaults to 64
 * @param colors the channels of the images; AUTO, the default, decides them for sources and images separately
 * @param flipped whether source and image are exchanged, so that the right one, or the one in {@code image}, is the
 *     source; false by default
 */
public record PairedFolder(@FilePath String path, int size, ColorMode colors, boolean flipped) implements DataSource {
    /** The field, and the sub-folder, of the images that are translated. */
    public static final String SOURCE = "source";

    /**
     * Validates the settings.
     *
     * @throws IllegalArgumentException if the path is blank, the size is out of range, or the colors are missing
     */
    public PairedFolder {
        // the same settings with the same ranges
        ImageFolder same = new ImageFolder(path, size, colors);
        path = same.path();
    }

    /**
     * Returns the pairs of a folder as squares of this side, in color unless all are gray.
     *
     * @throws IllegalArgumentException if the size is out of range
     */
    public static PairedFolder of(Path path, int size) {
        return new PairedFolder(path.toString(), size, ColorMode.AUTO, false);
    }

    /** Returns a copy in which source and image are exchanged. */
    public PairedFolder flip() {
        return new PairedFolder(path, size, colors, !flipped);
    }

    /** Returns whether a folder has the sub-folders {@code source} and {@code image}. */
    public static boolean isPaired(Path folder) {
        return Files.isDirectory(folder.resolve(SOURCE)) && Files.isDirectory(folder.resolve(PairLayout.IMAGE));
    }

    @Override
    public String name() {
        return "paired-folder";
    }

    @Override
    public String summary() {
        return "pairs of images, in the sub-folders source and image or side by side";
    }

    /**
     * Opens the folder.
     *
     * @throws IllegalArgumentException if there is no such folder or no usable pair in it, or if the images keep their
     *     size and have different ones
     */
    @Override
    public Dataset open() {
        return open(Runtime.getRuntime().maxMemory() / 4);
    }

    /**
     * Opens the folder.
     *
     * @param budget in bytes; decoded images that need more are kept in a temporary file
     */
    Dataset open(long budget) {
        return new PairReading(this, budget).open();
    }
}
