package org.gan4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.training.OutputDirectory;

/** The output format of samples, chosen by the extension of the file name. */
enum SampleFormat {
    GRID(".png"),
    ARRAY(".npy"),
    TABLE(".csv"),
    IMAGES("");

    private final String extension;

    SampleFormat(String extension) {
        this.extension = extension;
    }

    /**
     * Returns the format for this path.
     *
     * @throws IllegalArgumentException if the format is not supported, or the path cannot be written
     */
    static SampleFormat of(Path out) {
        String name = out.toString().toLowerCase(Locale.ROOT);
        for (SampleFormat file : new SampleFormat[] {GRID, ARRAY, TABLE}) {
            if (name.endsWith(file.extension)) {
                OutputDirectory.requireNoFileAbove(out);
                if (Files.isDirectory(out)) {
                    throw new IllegalArgumentException(out + " is a folder: pass a file name, or a folder without "
                            + file.extension + " in its name");
                }
                return file;
            }
        }
        if (name.matches(".*\\.(jpe?g|gif|bmp|tiff?|webp|npz|pt|tsv)") && !Files.isDirectory(out)) {
            throw new IllegalArgumentException(
                    "cannot write samples as " + out + ": pass a name that ends in .png, .npy or .csv, or a folder");
        }
        OutputDirectory.at(out);
        return IMAGES;
    }

    void write(Samples samples, Path out) {
        switch (this) {
            case GRID -> samples.saveGrid(out);
            case ARRAY -> samples.saveNpy(out);
            case TABLE -> samples.saveCsv(out);
            case IMAGES -> samples.saveImages(out);
        }
    }
}
