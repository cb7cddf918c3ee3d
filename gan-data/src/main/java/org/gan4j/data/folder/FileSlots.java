package org.gan4j.data.folder;

import org.gan4j.tensor.io.MappedRows;

/** Slots in a temporary file, which is memory-mapped for reading and deleted on closing. */
final class FileSlots implements Slots {
    private final TemporaryFile file;
    private final int count;
    private final long bytes;
    private MappedRows rows;

    FileSlots(int count, long bytes) {
        this.file = TemporaryFile.of(count * bytes);
        this.count = count;
        this.bytes = bytes;
    }

    @Override
    public void put(int slot, byte[] values) {
        file.write(slot * bytes, values);
    }

    @Override
    public void seal(int bytesNeeded) {
        // the last images may be skipped
        rows = file.mapped(count * bytes, channel -> MappedRows.of(channel, 0, bytes, count));
    }

    @Override
    public void read(int slot, byte[] to) {
        rows.read(slot, to);
    }

    @Override
    public void close() {
        file.close();
    }
}
