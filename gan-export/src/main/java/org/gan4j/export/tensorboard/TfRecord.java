package org.gan4j.export.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The framing of TensorFlow's record files: length (8 bytes), masked CRC-32C of the length (4 bytes), data, masked CRC-32C
 * of the data (4 bytes), all little-endian. A reader waits at a record that is not complete yet.
 */
final class TfRecord {
    /** The number of bytes around the data. */
    static final int AROUND = Long.BYTES + 2 * Integer.BYTES;

    private static final int MASK = 0xa282ead8;
    private static final int ROTATION = 15;

    private TfRecord() {}

    /** Returns the bytes of the record that holds these data. */
    static byte[] of(byte[] data) {
        ByteBuffer record = ByteBuffer.allocate(AROUND + data.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(masked(record.array(), Long.BYTES));
        record.put(data);
        record.putInt(masked(data, data.length));
        return record.array();
    }

    /** Returns the checksum of the first bytes, changed so that data which hold checksums are no special case. */
    private static int masked(byte[] bytes, int count) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, count);
        return Integer.rotateRight((int) sum.getValue(), ROTATION) + MASK;
    }
}
