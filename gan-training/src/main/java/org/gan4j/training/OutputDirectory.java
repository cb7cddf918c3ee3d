package org.gan4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A folder to write into that is new or empty, so no file is overwritten.
 *
 * @param path the folder
 * @param madeHere whether this program created it
 */
public record OutputDirectory(Path path, boolean madeHere) {
    /**
     * Returns the folder at a path, without creating it.
     *
     * @throws IllegalArgumentException if it is not empty, or cannot be created
     * @throws UncheckedIOException if it cannot be read
     */
    public static OutputDirectory at(Path path) {
        requireNoFileAbove(path);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IllegalArgumentException(path + " is a file: choose a new or empty folder");
        }
        if (Files.isDirectory(path) && !isEmpty(path)) {
            throw new IllegalArgumentException("the folder " + path + " is not empty: choose a new or empty folder");
        }
        return new OutputDirectory(path, false);
    }

    /**
     * Creates the first of parent/name-001, parent/name-002, ... that does not exist. Creating it immediately keeps
     * other runs from using it.
     *
     * @throws IllegalArgumentException if a folder of the path is a file
     * @throws UncheckedIOException if the folder cannot be created
     */
    public static OutputDirectory numbered(Path parent, String name) {
        requireNoFileAbove(parent.resolve(name));
        try {
            Files.createDirectories(parent);
            for (int number = 1; ; number++) {
                Path path = parent.resolve(String.format(Locale.ROOT, "%s-%03d", name, number));
                try {
                    return new OutputDirectory(Files.createDirectory(path), true);
                } catch (FileAlreadyExistsException taken) {
                    // try the next number
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot create a folder in " + parent + ": " + failed, failed);
        }
    }

    /** Deletes the directory if this run created it and it is still empty. */
    public void deleteIfUnused() {
        try {
            if (madeHere) {
                Files.deleteIfExists(path);
            }
        } catch (IOException used) {
            // keep it: it is in use, or cannot be deleted
        }
    }

    /**
     * Requires that every existing parent of a path is a folder.
     *
     * @throws IllegalArgumentException if a parent is a file
     */
    public static void requireNoFileAbove(Path path) {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                throw new IllegalArgumentException(
                        "cannot create " + path + ": " + above + " is a file, not a folder; choose another path");
            }
        }
    }

    /**
     * Requires that a file can be written at a path: that it is no folder, and every existing parent is one.
     *
     * @param example a name of such a file, for the message
     * @throws IllegalArgumentException if not
     */
    public static void requireFile(Path file, String example) {
        requireNoFileAbove(file);
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + " is a folder: pass a file name, such as " + example);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + folder + ": " + failed, failed);
        }
    }
}
