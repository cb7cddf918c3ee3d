package org.gan4j.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.gan4j.training.OutputDirectory;

/** The name of a grid of images. */
final class PngFile {
    private PngFile() {}

    /**
     * Requires that a PNG file can be written at a path.
     *
     * @param example a name of such a file, for the message
     * @throws IllegalArgumentException if not
     */
    static void require(Path file, String example) {
        OutputDirectory.requireFile(file, example);
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new IllegalArgumentException("cannot write an image as " + file + ": pass a name that ends in .png");
        }
    }
}
