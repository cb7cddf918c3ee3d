package org.gan4j.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A folder to write into, so that nothing of anybody's is overwritten: it is new, or there is nothing in it. */
public record OutputDirectory(Path path, boolean madeHere) {
    /**
     * A folder that was named.
     *
     * @throws IllegalArgumentException if there is something in it, or it cannot be made
     */
    public static OutputDirectory at(Path path) {
        requireNoFileAbove(path);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IllegalArgumentException(path + " is a file: name a folder that is new or empty");
        }
        if (Files.isDirectory(path) && !isEmpty(path)) {
            throw new IllegalArgumentException("the folder " + path + " is not empty: name one that is, or a new one");
        }
        return new OutputDirectory(path, false);
    }

    /** The first of parent/name-001, parent/name-002, ... that does not exist: made at once, so that no other run takes it. */
    public static OutputDirectory numbered(Path parent, String name) {
        requireNoFileAbove(parent.resolve(name));
        try {
            Files.createDirectories(parent);
            for (int number = 1; ; number++) {
                Path path = parent.resolve(String.format(Locale.ROOT, "%s-%03d", name, number));
                try {
                    return new OutputDirectory(Files.createDirectory(path), true);
                } catch (FileAlreadyExistsException taken) {
                    // the next number
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("no folder can be made in " + parent + ": " + failed, failed);
        }
    }

    /** Takes a folder that was made here away again if nothing was written into it; one that a user made stays. */
    public void deleteIfUnused() {
        try {
            if (madeHere) {
                Files.deleteIfExists(path);
            }
        } catch (IOException used) {
            // it stays: there is something in it, or it cannot be helped
        }
    }

    /** @throws IllegalArgumentException if one of the folders that a path goes through is a file */
    public static void requireNoFileAbove(Path path) {
        for (Path above = path.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                throw new IllegalArgumentException(
                        path + " cannot be made: " + above + " is a file, not a folder; name another place");
            }
        }
    }

    private static boolean isEmpty(Path folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            return !entries.iterator().hasNext();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot look into " + folder + ": " + failed, failed);
        }
    }
}
