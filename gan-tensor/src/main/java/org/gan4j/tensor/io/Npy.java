package org.gan4j.tensor.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * One tensor as NumPy's <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">.npy</a> file,
 * in C order and little-endian. FLOAT is f4, DOUBLE f8, INT i4, BOOL b1; u1 and i8 are read as INT, f2 as FLOAT.
 */
public final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** Magic, version, and the length of the header in two bytes. */
    private static final int PREAMBLE = 10;

    private static final int ALIGNMENT = 64;
    /** As NumPy writes it. */
    private static final Pattern HEADER = Pattern.compile("\\{'descr': '([^']*)', 'fortran_order': (True|False), "
            + "'shape': \\(((?:\\d{1,10}, ?)*(?:\\d{1,10})?)\\),? ?} *\n");

    private Npy() {}

    /**
     * Writes or replaces a file of version 1.0, wholly or not at all.
     *
     * @throws UncheckedIOException if that fails
     */
    public static void write(Path file, TensorData data) {
        String shape =
                Arrays.stream(data.shape().dims()).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String header = "{'descr': '" + StoredType.of(data.dtype()).npy() + "', 'fortran_order': False, 'shape': ("
                + shape + (data.shape().rank() == 1 ? "," : "") + "), }";
        // spaces and a line end, so that the data begin at a multiple of 64 bytes
        int padding = -(PREAMBLE + header.length() + 1) & (ALIGNMENT - 1);
        byte[] padded = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer start = ByteBuffer.allocate(PREAMBLE + padded.length).order(ByteOrder.LITTLE_ENDIAN);
        start.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded.length);
        start.put(padded);
        AtomicFile.write(file, channel -> {
            ElementChannel.drain(start, channel);
            ElementChannel.write(data, channel);
        });
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not a valid .npy file, or holds another type or order of elements
     * @throws UncheckedIOException if it cannot be read at all
     */
    public static TensorData read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            Matcher header = readHeader(channel);
            if (header.group(2).equals("True")) {
                throw new IllegalArgumentException(
                        "it is in Fortran order, and only C order can be read: use numpy.ascontiguousarray");
            }
            StoredType type = StoredType.ofNpy(header.group(1));
            Shape shape = shape(header.group(3));
            long left = channel.size() - channel.position();
            long expected = (long) shape.size() * type.bytes();
            if (left != expected) {
                throw new IllegalArgumentException("its shape " + shape + " and type " + type + " need " + expected
                        + " bytes after the header, and there are " + left);
            }
            return ElementChannel.read(channel, type, shape);
        } catch (IllegalArgumentException | ArithmeticException problem) {
            throw new IllegalArgumentException(file + " cannot be read as .npy: " + problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }

    private static Matcher readHeader(FileChannel channel) throws IOException {
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

    private static Shape shape(String lengths) {
        return Shape.of(Pattern.compile(",")
                .splitAsStream(lengths)
                .map(String::strip)
                .filter(length -> !length.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray());
    }
}
