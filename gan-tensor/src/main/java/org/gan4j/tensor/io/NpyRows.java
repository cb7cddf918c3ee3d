package org.gan4j.tensor.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.gan4j.tensor.Shape;

/**
 * The rows of an array in a .npy file, along its first axis. They are read on demand, so the file may be larger than
 * memory. It must not change while it is in use.
 */
public final class NpyRows {
    private final StoredType type;
    private final int rows;
    private final Shape row;
    private final MappedRows mapped;

    private NpyRows(StoredType type, int rows, Shape row, MappedRows mapped) {
        this.type = type;
        this.rows = rows;
        this.row = row;
        this.mapped = mapped;
    }

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException if it does not exist, or is not a valid .npy file with at least one row that is
     *     not empty
     * @throws UncheckedIOException if it cannot be read at all
     */
    public static NpyRows open(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            NpyHeader header = NpyHeader.read(channel);
            long[] dims = header.dims();
            if (dims.length == 0 || Arrays.stream(dims).anyMatch(dim -> dim == 0)) {
                throw new IllegalArgumentException(
                        "its shape " + Arrays.toString(dims) + " has no samples: the first axis counts them");
            }
            Shape row = Shape.of(Arrays.copyOfRange(dims, 1, dims.length));
            long rowBytes = (long) row.size() * header.type().bytes();
            int rows = Math.toIntExact(dims[0]);
            return new NpyRows(header.type(), rows, row, MappedRows.of(channel, header.offset(), rowBytes, rows));
        } catch (IllegalArgumentException | ArithmeticException problem) {
            throw new IllegalArgumentException(file + " cannot be read as .npy: " + problem.getMessage(), problem);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("there is no file " + file, missing);
        } catch (IOException problem) {
            throw new UncheckedIOException(file + " cannot be read: " + problem, problem);
        }
    }

    /** Returns the number of rows. */
    public int rows() {
        return rows;
    }

    /** Returns the shape of a row, without the first axis. */
    public Shape row() {
        return row;
    }

    /** Returns whether the elements are NumPy's uint8, as those of images are. */
    public boolean areBytes() {
        return type == StoredType.U8;
    }

    /**
     * Reads the elements of a row as floats, row-major; a boolean is 0 or 1, a double is rounded.
     *
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public float[] read(int index) {
        if (index < 0 || index >= rows) {
            throw new IndexOutOfBoundsException("there is no row " + index + ": there are " + rows);
        }
        byte[] bytes = new byte[row.size() * type.bytes()];
        mapped.read(index, bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] floats = new float[row.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = ElementChannel.number(type, buffer);
        }
        return floats;
    }
}
