package org.gan4j.tensor.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The header of a .npy file.
 *
 * @param order the byte order of the elements
 * @param columnMajor whether the first axis varies fastest, as in Fortran, unlike the last one
 * @param dims the shape of the array, which may have more elements than a tensor can
 * @param offset the byte offset of the elements
 */
record NpyHeader(StoredType type, ByteOrder order, boolean columnMajor, long[] dims, long offset) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** The longest header; NumPy reads 10,000 bytes of a file that it does not trust. */
    private static final int LONGEST = 1 << 16;
    /** The most axes that NumPy allows. */
    private static final int MOST_AXES = 64;

    private static final String DESCR = "descr";
    private static final String FORTRAN_ORDER = "fortran_order";
    private static final String SHAPE = "shape";
    private static final Set<String> KEYS = Set.of(DESCR, FORTRAN_ORDER, SHAPE);

    /**
     * Reads the header.
     *
     * @throws IllegalArgumentException if it does not describe an array that can be read and is complete in the file
     */
    static NpyHeader read(FileChannel channel) throws IOException {
        Map<String, Object> header = PythonLiteral.dictionary(text(channel));
        if (!header.keySet().equals(KEYS)) {
            throw new IllegalArgumentException(
                    "its header should have the keys descr, fortran_order and shape, not " + header.keySet());
        }
        if (!(header.get(DESCR) instanceof String description)) {
            throw new IllegalArgumentException("its header should have a string as descr, such as '<f4'");
        }
        if (description.matches("[|<>=]?O\\d*")) {
            throw new IllegalArgumentException(
                    "its elements are Python objects, which are never read: save an array of numbers");
        }
        if (!(header.get(FORTRAN_ORDER) instanceof Boolean columnMajor)
                || !(header.get(SHAPE) instanceof List<?> lengths)
                || lengths.size() > MOST_AXES) {
            throw new IllegalArgumentException(
                    "its header should have True or False as fortran_order, and a tuple of at" + " most " + MOST_AXES
                            + " whole numbers as shape");
        }
        NpyHeader read = new NpyHeader(
                StoredType.ofNpy(description),
                description.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                columnMajor && lengths.size() > 1,
                lengths.stream().mapToLong(Long.class::cast).toArray(),
                channel.position());
        read.requireBytes(channel.size() - read.offset());
        return read;
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer preamble = ElementChannel.bytes(channel, MAGIC.length + 2);
        byte[] magic = new byte[MAGIC.length];
        preamble.get(magic);
        int version = preamble.get();
        int minor = preamble.get();
        if (!Arrays.equals(magic, MAGIC) || version < 1 || version > 3 || minor != 0) {
            throw new IllegalArgumentException("it does not begin as a .npy file of version 1, 2 or 3");
        }
        long length = version == 1
                ? ElementChannel.bytes(channel, Short.BYTES).getShort() & 0xFFFF
                : ElementChannel.bytes(channel, Integer.BYTES).getInt() & 0xFFFFFFFFL;
        if (length > channel.size() - channel.position()) {
            throw new IllegalArgumentException("it ends within its header");
        }
        if (length > LONGEST) {
            throw new IllegalArgumentException("its header has " + length + " bytes, and at most " + LONGEST
                    + " are read: save an array of plain numbers");
        }
        return StandardCharsets.UTF_8
                .decode(ElementChannel.bytes(channel, (int) length))
                .toString();
    }

    private void requireBytes(long left) {
        long expected = type.bytes();
        for (long dim : dims) {
            if (dim != 0 && expected > Long.MAX_VALUE / dim) {
                throw new IllegalArgumentException(Arrays.toString(dims) + " would overflow");
            }
            expected *= dim;
        }
        if (left != expected) {
            throw new IllegalArgumentException("its shape " + Arrays.toString(dims) + " and type " + type + " need "
                    + expected + " bytes after the header, and there are " + left);
        }
    }
}
