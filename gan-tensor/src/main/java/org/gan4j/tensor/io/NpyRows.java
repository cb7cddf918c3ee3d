package org.gan4j.tensor.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
    private final Path file;
    private final NpyHeader header;
    private final int rows;
    private final Shape row;
    /** The rows; if the first axis varies fastest, each element of all rows. */
    private final MappedRows mapped;
    /** The places of a row's elements in Fortran order; empty if the last axis varies fastest. */
    private final int[] places;

    private NpyRows(Path file, NpyHeader header, int rows, Shape row, MappedRows mapped) {
        this.file = file;
        this.header = header;
        this.rows = rows;
        this.row = row;
        this.mapped = mapped;
        this.places = header.columnMajor() ? FortranOrder.places(row) : new int[0];
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
            int rows = Shape.of(dims[0]).size();
            int across = header.columnMajor() ? rows : row.size();
            int down = header.columnMajor() ? row.size() : rows;
            long bytes = (long) across * header.type().bytes();
            return new NpyRows(file, header, rows, row, MappedRows.of(channel, header.offset(), bytes, down));
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
        return header.type() == StoredType.U8;
    }

    /**
     * Reads the elements of a row as doubles, row-major; a boolean is 0 or 1, a 64-bit integer is rounded to a double.
     *
     * @throws IllegalArgumentException if a boolean is neither 0 nor 1
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double[] read(int index) {
        if (index < 0 || index >= rows) {
            throw new IndexOutOfBoundsException("there is no row " + index + ": there are " + rows);
        }
        try {
            return header.columnMajor() ? gathered(index) : adjacent(index);
        } catch (IllegalArgumentException problem) {
            throw new IllegalArgumentException(
                    file + " has no valid row " + index + ": " + problem.getMessage(), problem);
        }
    }

    private double[] adjacent(int index) {
        byte[] bytes = new byte[row.size() * header.type().bytes()];
        mapped.read(index, bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(header.order());
        double[] numbers = new double[row.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ElementChannel.number(header.type(), buffer);
        }
        return numbers;
    }

    /** Reads a row of an array whose first axis varies fastest. */
    private double[] gathered(int index) {
        byte[] bytes = new byte[header.type().bytes()];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(header.order());
        double[] numbers = new double[row.size()];
        for (int i = 0; i < numbers.length; i++) {
            mapped.read(places[i], index * bytes.length, bytes);
            numbers[i] = ElementChannel.number(header.type(), buffer.rewind());
        }
        return numbers;
    }
}
