package org.gan4j.data.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.gan4j.tensor.io.MappedRows;

/** Slots in a temporary file, which is memory-mapped for reading and deleted on closing. */
final class FileSlots implements Slots {
    private final FileChannel channel;
    private final int count;
    private final long bytes;
    private MappedRows rows;

    FileSlots(int count, long bytes) throws IOException {
        this.channel = FileChannel.open(
                Files.createTempFile("gan4j-images-", ".tmp"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
        this.count = count;
        this.bytes = bytes;
    }

    static String advice(long bytes, IOException problem) {
        return "the images do not fit into memory, and their temporary file of " + bytes / 1_000_000
                + " MB cannot be written (" + problem.getMessage() + "): free disk space, choose another folder with"
                + " -Djava.io.tmpdir, or give Java more memory";
    }

    @Override
    public void put(int slot, byte[] values) {
        write(slot * bytes, ByteBuffer.wrap(values));
    }

    private void write(long position, ByteBuffer values) {
        try {
            long at = position;
            while (values.hasRemaining()) {
                at += channel.write(values, at);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(advice(count * bytes, problem), problem);
        }
    }

    @Override
    public void seal(int bytesNeeded) {
        try {
            if (channel.size() < count * bytes) {
                // the last images were skipped, and a mapping must not reach beyond the end of the file
                write(count * bytes - 1, ByteBuffer.allocate(1));
            }
            rows = MappedRows.of(channel, 0, bytes, count);
        } catch (IOException problem) {
            throw new UncheckedIOException(advice(count * bytes, problem), problem);
        }
    }

    @Override
    public void read(int slot, byte[] to) {
        rows.read(slot, to);
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
