package org.gan4j.tensor.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a .npy file.
 *
 * @param dims the shape of the array, which may have more elements than a tensor can
 * @param offset the byte offset of the elements
 */
record NpyHeader(StoredType type, long[] dims, long offset) {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** The header as NumPy writes it. */
    private static final Pattern HEADER = Pattern.compile("\\{'descr': '([^']*)', 'fortran_order': (True|False), "
            + "'shape': \\(((?:\\d{1,10}, ?){0,64}(?:\\d{1,10})?)\\),? ?} *\n");

    /**
     * Reads the header.
     *
     * @throws IllegalArgumentException if it does not describe an array that can be read and is complete in the file
     */
    static NpyHeader read(FileChannel channel) throws IOException {
        Matcher header = match(channel);
        if (header.group(2).equals("True")) {
            throw new IllegalArgumentException(
                    "it is in Fortran order, and only C order can be read: use numpy.ascontiguousarray");
        }
        NpyHeader read = new NpyHeader(StoredType.ofNpy(header.group(1)), dims(header.group(3)), channel.position());
        read.requireBytes(channel.size() - read.offset());
        return read;
    }

    private static Matcher match(FileChannel channel) throws IOException {
        ByteBuffer preamble = ElementChannel.bytes(channel, MAGIC.length + 2);
        byte[] magic = new byte[MAGIC.length];
        preamble.get(magic);
        int version = preamble.get();
        if (!Arrays.equals(magic, MAGIC) || version < 1 || version > 3) {
            throw new IllegalArgumentException("it does not begin as a .npy file of version 1, 2 or 3");
        }
        long length = version == 1
                ? ElementChannel.bytes(channel, Short.BYTES).getShort() & 0xFFFF
                : ElementChannel.bytes(channel, Integer.BYTES).getInt() & 0xFFFFFFFFL;
        if (length > channel.size() - channel.position()) {
            throw new IllegalArgumentException("it ends within its header");
        }
        String text = StandardCharsets.UTF_8
                .decode(ElementChannel.bytes(channel, Math.toIntExact(length)))
                .toString();
        Matcher header = HEADER.matcher(text);
        if (!header.matches()) {
            throw new IllegalArgumentException("its header is not that of a plain array: " + text.strip());
        }
        return header;
    }

    private static long[] dims(String lengths) {
        return Pattern.compile(",")
                .splitAsStream(lengths)
                .map(String::strip)
                .filter(length -> !length.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
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
