package org.gan4j.api.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that data come from. A run records its files, so that it is not resumed with others.
 *
 * @param name the path within the data, with {@code /} between folders, or the file's name if the data are one file
 * @param bytes the length in bytes
 */
public record DataFile(String name, long bytes) {
    /**
     * Returns the file at a path, under its own name.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static DataFile of(Path path) {
        return of(path.getFileName().toString(), path);
    }

    /**
     * Returns the file at a path, under a name within the data.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static DataFile of(String name, Path path) {
        try {
            return new DataFile(name, Files.size(path));
        } catch (IOException failed) {
            throw new UncheckedIOException("the file " + path + " cannot be read: " + failed, failed);
        }
    }
}
