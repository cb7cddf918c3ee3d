package org.gan4j.tensor.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of equally many bytes in a file, mapped into memory: the operating system reads what is asked for, and forgets it
 * when memory is short, so the file may be larger than memory. Readable by many threads, also after the channel was
 * closed.
 */
public final class MappedRows {
    /** A mapping is at most 2 GiB long. */
    private static final int MOST_BYTES_MAPPED = 1 << 30;

    private final List<ByteBuffer> parts;
    private final int rowsPerPart;
    private final int rowBytes;

    private MappedRows(List<ByteBuffer> parts, int rowsPerPart, int rowBytes) {
        this.parts = parts;
        this.rowsPerPart = rowsPerPart;
        this.rowBytes = rowBytes;
    }

    /** @param offset where the first row begins */
    public static MappedRows of(FileChannel channel, long offset, long rowBytes, int rows) throws IOException {
        if (rowBytes < 1 || rowBytes > MOST_BYTES_MAPPED) {
            throw new IllegalArgumentException(
                    "one sample has " + rowBytes + " bytes; from 1 to " + MOST_BYTES_MAPPED + " can be read");
        }
        int rowsPerPart = (int) (MOST_BYTES_MAPPED / rowBytes);
        List<ByteBuffer> parts = new ArrayList<>();
        for (long row = 0; row < rows; row += rowsPerPart) {
            long length = Math.min(rowsPerPart, rows - row) * rowBytes;
            parts.add(channel.map(FileChannel.MapMode.READ_ONLY, offset + row * rowBytes, length));
        }
        return new MappedRows(List.copyOf(parts), rowsPerPart, (int) rowBytes);
    }

    /** Fills {@code to} with the bytes of a row, from its beginning. */
    public void read(int row, byte[] to) {
        parts.get(row / rowsPerPart).get(row % rowsPerPart * rowBytes, to, 0, Math.min(to.length, rowBytes));
    }
}
