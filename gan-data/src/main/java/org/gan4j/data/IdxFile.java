package org.gan4j.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.gan4j.tensor.Shape;

/**
 * An array of bytes of any rank, in the IDX format of <a href="http://yann.lecun.com/exdb/mnist/">MNIST</a>, gzipped or
 * not: two zeros, the element type, the rank, each length in four bytes (big-endian), the elements.
 *
 * @param values 0 to 255, row-major
 */
record IdxFile(Shape shape, byte[] values) {
    private static final int UNSIGNED_BYTE = 0x08;
    private static final int GZIP_MAGIC = 0x1F8B;

    /**
     * Reads an IDX file.
     *
     * @throws IllegalArgumentException if it is not a complete IDX file of bytes
     */
    static IdxFile read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        }
    }

    /**
     * Reads an IDX file from a stream.
     *
     * @param name for messages
     * @throws IllegalArgumentException if it is not a complete IDX file of bytes
     */
    static IdxFile read(InputStream from, String name) throws IOException {
        try {
            return parse(unzipped(from));
        } catch (EOFException | ZipException problem) {
            throw new IllegalArgumentException(
                    name + " is damaged (" + problem.getMessage() + "): download or copy it again", problem);
        } catch (IllegalArgumentException | ArithmeticException problem) {
            throw new IllegalArgumentException(name + " is not a usable IDX file: " + problem.getMessage(), problem);
        }
    }

    private static InputStream unzipped(InputStream from) throws IOException {
        InputStream in = new BufferedInputStream(from);
        in.mark(2);
        int start = in.read() << 8 | in.read();
        in.reset();
        return start == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static IdxFile parse(InputStream in) throws IOException {
        int magic = number(in);
        int rank = magic & 0xFF;
        if (magic >>> 16 != 0 || rank == 0) {
            throw new IllegalArgumentException(
                    String.format("it begins with %08x; an IDX file begins with 0000, a type and a rank", magic));
        }
        int type = magic >>> 8;
        if (type != UNSIGNED_BYTE) {
            throw new IllegalArgumentException(
                    String.format("its elements have type %02x; only 08, unsigned bytes, can be read", type));
        }
        long[] lengths = new long[rank];
        for (int axis = 0; axis < rank; axis++) {
            lengths[axis] = number(in) & 0xFFFFFFFFL;
        }
        Shape shape = Shape.of(lengths);
        requireMemory(shape);
        // reads only what is there, so a wrong length allocates no memory
        byte[] values = in.readNBytes(shape.size());
        if (values.length < shape.size()) {
            throw new EOFException(
                    "its shape " + shape + " needs " + shape.size() + " bytes, but it has " + values.length);
        }
        if (in.read() >= 0) {
            throw new IllegalArgumentException("more bytes follow the " + shape.size() + " of its shape " + shape);
        }
        return new IdxFile(shape, values);
    }

    /** Refuses what a small zipped file may expand to; the bytes are in memory twice while they are read. */
    private static void requireMemory(Shape shape) {
        long most = Runtime.getRuntime().maxMemory() / 2;
        if (shape.size() > most) {
            throw new IllegalArgumentException("its shape " + shape + " needs " + shape.size()
                    + " bytes twice, and Java has " + 2 * most + ": give it more memory, as with -Xmx8g");
        }
    }

    private static int number(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Integer.BYTES);
        if (bytes.length < Integer.BYTES) {
            throw new EOFException("it ends within its header");
        }
        return ByteBuffer.wrap(bytes).getInt();
    }
}
