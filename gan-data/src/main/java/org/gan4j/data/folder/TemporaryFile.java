package org.gan4j.data.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** A temporary file of pixels, which is deleted on closing. Many threads may write to different places. */
final class TemporaryFile implements AutoCloseable {
    /** Java copies what it writes into a buffer of equal length outside the heap, which should stay small. */
    private static final int AT_ONCE = 1 << 20;

    private final FileChannel channel;
    private final long expected;

    private TemporaryFile(FileChannel channel, long expected) {
        this.channel = channel;
        this.expected = expected;
    }

    /**
     * Creates a file.
     *
     * @param expected the expected length, which messages state; 0 if unknown
     */
    static TemporaryFile of(long expected) {
        try {
            FileChannel channel = FileChannel.open(
                    Files.createTempFile("gan4j-images-", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            return new TemporaryFile(channel, expected);
        } catch (IOException problem) {
            throw unwritable(expected, problem);
        }
    }

    private static UncheckedIOException unwritable(long bytes, IOException problem) {
        return new UncheckedIOException(
                "the images do not fit into memory, and their temporary file of " + bytes / 1_000_000
                        + " MB cannot be written (" + problem.getMessage()
                        + "): free disk space, choose another folder with -Djava.io.tmpdir, or give Java more memory",
                problem);
    }

    void write(long position, byte[] values) {
        ByteBuffer buffer = ByteBuffer.wrap(values);
        try {
            while (buffer.position() < values.length) {
                buffer.limit(Math.min(values.length, buffer.position() + AT_ONCE));
                channel.write(buffer, position + buffer.position());
            }
        } catch (IOException problem) {
            throw unwritable(Math.max(expected, position + values.length), problem);
        }
    }

    /** Maps a file into memory. */
    interface Mapping<T> {
        T of(FileChannel channel) throws IOException;
    }

    /** Maps the file, which is first made at least this long: a mapping must not reach beyond its end. */
    <T> T mapped(long length, Mapping<T> mapping) {
        try {
            if (channel.size() < length) {
                write(length - 1, new byte[1]);
            }
            return mapping.of(channel);
        } catch (IOException problem) {
            throw unwritable(length, problem);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException problem) {
            throw new UncheckedIOException("a temporary file cannot be closed: " + problem, problem);
        }
    }
}
