package org.gan4j.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.training.OutputDirectory;

/** How samples are written, which the ending of a name says. */
enum SampleFormat {
    GRID(".png"),
    ARRAY(".npy"),
    PICTURES("");

    private final String ending;

    SampleFormat(String ending) {
        this.ending = ending;
    }

    /** @throws IllegalArgumentException if nothing can be written there */
    static SampleFormat of(Path out) {
        String name = out.toString().toLowerCase(Locale.ROOT);
        for (SampleFormat file : new SampleFormat[] {GRID, ARRAY}) {
            if (name.endsWith(file.ending)) {
                OutputDirectory.requireNoFileAbove(out);
                if (Files.isDirectory(out)) {
                    throw new IllegalArgumentException(
                            out + " is a folder: name a file, or a folder without " + file.ending + " in its name");
                }
                return file;
            }
        }
        if (name.matches(".*\\.(jpe?g|gif|bmp|tiff?|webp|npz|pt|csv)") && !Files.isDirectory(out)) {
            throw new IllegalArgumentException(
                    "samples are written as .png or .npy, or as pictures into a folder; " + out + " is none of these");
        }
        OutputDirectory.at(out);
        return PICTURES;
    }

    void write(Samples samples, Path out) {
        switch (this) {
            case GRID -> samples.saveGrid(out);
            case ARRAY -> samples.saveNpy(out);
            case PICTURES -> samples.saveImages(out);
        }
    }
}
