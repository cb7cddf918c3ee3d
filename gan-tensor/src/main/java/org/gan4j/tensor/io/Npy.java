package org.gan4j.tensor.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Reading and writing of one tensor as NumPy's
 * <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">.npy</a> file. FLOAT is f4, DOUBLE
 * f8, INT i4, BOOL b1; i1, i2, i8, u1 and u2 are read as INT, f2 as FLOAT. Files are written in C order and
 * little-endian, and read in either order of the axes and of the bytes.
 */
public final class Npy {
    /** Magic, version, and the length of the header in two bytes. */
    private static final int PREAMBLE = 10;

    private static final int ALIGNMENT = 64;

    private Npy() {}

    /**
     * Writes or replaces a file of version 1.0, atomically.
     *
     * @throws IllegalArgumentException if the path does not name a file
     * @throws UncheckedIOException if writing fails; the file is then unchanged
     */
    public static void write(Path file, TensorData data) {
        AtomicFile.write(file, channel -> write(data, channel));
    }

    /** Returns the bytes of the file that {@link #write} writes. */
    public static byte[] bytes(TensorData data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(data, Channels.newChannel(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array cannot be written to memory: " + impossible, impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(TensorData data, WritableByteChannel channel) throws IOException {
        String shape =
                Arrays.stream(data.shape().dims()).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String header = "{'descr': '" + StoredType.of(data.dtype()).npy() + "', 'fortran_order': False, 'shape': ("
                + shape + (data.shape().rank() == 1 ? "," : "") + "), }";
        // spaces and a line feed, so that the data begin at a multiple of 64 bytes
        int padding = -(PREAMBLE + header.length() + 1) & (ALIGNMENT - 1);
        byte[] padded = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer start = ByteBuffer.allocate(PREAMBLE + padded.length).order(ByteOrder.LITTLE_ENDIAN);
        start.put(NpyHeader.MAGIC).put((byte) 1).put((byte) 0).putShort((short) padded.length);
        start.put(padded);
        ElementChannel.drain(start, channel);
        ElementChannel.write(data, channel);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is not a valid .npy file, or has another type of elements
     * @throws UncheckedIOException if it cannot be read at all
     */
    public static TensorData read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            NpyHeader header = NpyHeader.read(channel);
            Shape shape = Shape.of(header.dims());
            TensorData read = ElementChannel.read(channel, header.type(), header.order(), shape);
            return header.columnMajor() ? rowMajor(read) : read;
        } catch (IllegalArgumentException | ArithmeticException problem) {
            throw new IllegalArgumentException(file + " cannot be read as .npy: " + problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }

    /** Returns an array in C order of which the elements are in Fortran's. */
    private static TensorData rowMajor(TensorData data) {
        Shape shape = data.shape();
        int[] from = FortranOrder.places(shape);
        return switch (data.dtype()) {
            case FLOAT -> {
                float[] ordered = new float[from.length];
                for (int i = 0; i < from.length; i++) {
                    ordered[i] = (float) data.get(from[i]);
                }
                yield TensorData.of(ordered, shape);
            }
            case DOUBLE ->
                TensorData.of(Arrays.stream(from).mapToDouble(data::get).toArray(), shape);
            case INT ->
                TensorData.of(Arrays.stream(from).map(i -> (int) data.get(i)).toArray(), shape);
            case BOOL -> {
                boolean[] ordered = new boolean[from.length];
                for (int i = 0; i < from.length; i++) {
                    ordered[i] = data.get(from[i]) != 0;
                }
                yield TensorData.of(ordered, shape);
            }
        };
    }
}
