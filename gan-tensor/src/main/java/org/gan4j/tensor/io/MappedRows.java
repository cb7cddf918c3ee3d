package org.gan4j.tensor.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of equal byte length in a file, mapped into memory. The operating system reads the rows that are requested and
 * drops them when memory is short, so the file may be larger than memory. Readable by several threads, also after the
 * channel is closed.
 */
public final class MappedRows {
    /** The longest mapping; the JVM allows less than 2 GiB. */
    private static final int MOST_BYTES_MAPPED = 1 << 30;

    private final List<ByteBuffer> parts;
    private final int rowsPerPart;
    private final int rowBytes;

    private MappedRows(List<ByteBuffer> parts, int rowsPerPart, int rowBytes) {
        this.parts = parts;
        this.rowsPerPart = rowsPerPart;
        this.rowBytes = rowBytes;
    }

    /**
     * Maps the rows of a file.
     *
     * @param offset the byte offset of the first row
     * @param rowBytes the length of a row in bytes
     * @throws IllegalArgumentException if a row is empty or longer than 1 GiB
     * @throws IOException if the file cannot be mapped
     */
    public static MappedRows of(FileChannel channel, long offset, long rowBytes, int rows) throws IOException {
        if (rowBytes < 1 || rowBytes > MOST_BYTES_MAPPED) {
            throw new IllegalArgumentException(
                    "one sample has " + rowBytes + " bytes; supported are 1 to " + MOST_BYTES_MAPPED);
        }
        int rowsPerPart = (int) (MOST_BYTES_MAPPED / rowBytes);
        List<ByteBuffer> parts = new ArrayList<>();
        for (long row = 0; row < rows; row += rowsPerPart) {
            long length = Math.min(rowsPerPart, rows - row) * rowBytes;
            parts.add(channel.map(FileChannel.MapMode.READ_ONLY, offset + row * rowBytes, length));
        }
        return new MappedRows(List.copyOf(parts), rowsPerPart, (int) rowBytes);
    }

    /** Fills {@code to} with the bytes of a row, from its start. */
    public void read(int row, byte[] to) {
        parts.get(row / rowsPerPart).get(row % rowsPerPart * rowBytes, to, 0, Math.min(to.length, rowBytes));
    }

    /** Fills {@code to} with the bytes of a row, from an offset within the row. */
    void read(int row, int from, byte[] to) {
        parts.get(row / rowsPerPart).get(row % rowsPerPart * rowBytes + from, to);
    }
}
