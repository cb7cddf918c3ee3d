package org.gan4j.tensor.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An exception for a file that has no room: the disk or a quota is full, or the system limits the size of files. It can
 * be written once there is room; nothing else is wrong.
 */
public class StorageException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;
    /** A disk with less than this is full, in whatever language the system says so. */
    private static final long FULL = 1 << 16;

    /** Creates the exception with a sentence that says what happened, where, and what to do. */
    public StorageException(String message, IOException cause) {
        super(message, cause);
    }

    /**
     * Returns the exception for a file that could not be written, with one sentence that says why and what to do: a
     * {@link StorageException} if there is no room for it.
     */
    public static UncheckedIOException of(Path file, IOException problem) {
        Path folder = file.toAbsolutePath().getParent();
        String said = said(problem);
        String words = said.toLowerCase(Locale.ROOT);
        if (words.contains("file too large")) {
            return new StorageException(
                    file
                            + " could not be written: it would be larger than the system allows this program's files to be;"
                            + " raise the limit (ulimit -f)",
                    problem);
        }
        if (words.contains("quota")) {
            return new StorageException(
                    file + " could not be written: the disk quota of " + folder + " is used up; free some space there",
                    problem);
        }
        if (words.contains("no space left") || words.contains("not enough space") || isFull(folder)) {
            return new StorageException(
                    file + " could not be written: the disk of " + folder + " is full; free some space there", problem);
        }
        if (problem instanceof AccessDeniedException || words.contains("read-only")) {
            return new UncheckedIOException(
                    file + " could not be written: " + (words.contains("read-only") ? "the disk is" : "its folder is")
                            + " read-only for this user; choose a folder that may be written, or change its permissions",
                    problem);
        }
        return new UncheckedIOException(file + " could not be written: " + said, problem);
    }

    private static boolean isFull(Path folder) {
        try {
            return folder != null && Files.getFileStore(folder).getUsableSpace() < FULL;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Returns the system's words, without the path that a {@link FileSystemException} repeats. */
    private static String said(IOException problem) {
        if (problem.getCause() instanceof IOException deeper) { // ImageIO's are nested
            return said(deeper);
        }
        if (problem instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        return problem.getClass() == IOException.class && problem.getMessage() != null
                ? problem.getMessage()
                : problem.toString();
    }
}
