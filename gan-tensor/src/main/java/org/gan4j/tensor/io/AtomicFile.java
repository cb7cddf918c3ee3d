package org.gan4j.tensor.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Atomic replacement of a file: the new content is written under a temporary name in the same directory, flushed to
 * disk, then renamed. A reader, or a program that starts after a power failure, finds the old file or the new one,
 * never a part of one.
 */
public final class AtomicFile {
    private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    private AtomicFile() {}

    /** The content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the content.
         *
         * @throws IOException if that fails
         */
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Writes or replaces a text file in UTF-8, as {@link #write(Path, Content)} does.
     *
     * @throws IllegalArgumentException if the path does not name a file
     * @throws StorageException if there is no room for it; the file is then unchanged
     * @throws UncheckedIOException if writing fails otherwise; the file is then unchanged
     */
    public static void write(Path file, String text) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        write(file, channel -> {
            ByteBuffer rest = bytes.duplicate();
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        });
    }

    /**
     * Writes or replaces a file; missing directories are created. Interrupting the thread does not end it: the content may
     * then be written again.
     *
     * @throws IllegalArgumentException if the path does not name a file
     * @throws StorageException if there is no room for it; the file is then unchanged
     * @throws UncheckedIOException if writing fails otherwise; the file is then unchanged
     */
    public static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null) {
            throw new IllegalArgumentException(file + " does not name a file: pass a file inside a directory");
        }
        // not Files.createTempFile, whose files only the owner may read
        Path temporary = directory.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.createDirectories(directory);
            try {
                writeFlushed(temporary, content);
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException problem) {
            throw StorageException.of(file, problem);
        }
        flushDirectory(directory);
    }

    /** Returns whether a path has a temporary name, which a program that was killed while it wrote left behind. */
    public static boolean isTemporary(Path file) {
        return TEMPORARY.matcher(file.getFileName().toString()).matches();
    }

    /**
     * Deletes the files with temporary names in a directory. Nobody may be writing there.
     *
     * @throws UncheckedIOException if that fails
     */
    public static void deleteTemporary(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, AtomicFile::isTemporary)) {
            for (Path each : entries) {
                Files.deleteIfExists(each);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("cannot delete temporary files in " + directory + ": " + problem, problem);
        }
    }

    private static void writeFlushed(Path file, Content content) throws IOException {
        Uninterrupted.get(() -> {
            Files.deleteIfExists(file); // what an interruption left
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
                return file;
            }
        });
    }

    /** Makes the new name durable too, where the system supports it (Windows cannot open a directory). */
    private static void flushDirectory(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException ignored) {
            // the file itself is complete; only the time at which its name reaches the disk is left to the system
        }
    }
}
