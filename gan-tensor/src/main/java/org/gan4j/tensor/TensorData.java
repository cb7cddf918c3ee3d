package org.gan4j.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The numbers of a tensor on the Java side, in row-major order, as fed into a program and read from it. */
public final class TensorData {
    private final DType dtype;
    private final Shape shape;
    private final Object array;

    private TensorData(DType dtype, Shape shape, Object array, int length) {
        if (length != shape.size()) {
            throw new ShapeException(length + " values do not fill shape " + shape + ", which holds " + shape.size());
        }
        this.dtype = dtype;
        this.shape = shape;
        this.array = array;
    }

    /**
     * Wraps the array without copying it; the caller must not change it afterwards.
     *
     * @throws ShapeException if the number of values does not match the shape
     */
    public static TensorData of(float[] values, Shape shape) {
        return new TensorData(DType.FLOAT, shape, values, values.length);
    }

    /**
     * Wraps the array without copying it; the caller must not change it afterwards.
     *
     * @throws ShapeException if the number of values does not match the shape
     */
    public static TensorData of(double[] values, Shape shape) {
        return new TensorData(DType.DOUBLE, shape, values, values.length);
    }

    /**
     * Wraps the array without copying it; the caller must not change it afterwards.
     *
     * @throws ShapeException if the number of values does not match the shape
     */
    public static TensorData of(int[] values, Shape shape) {
        return new TensorData(DType.INT, shape, values, values.length);
    }

    /**
     * Wraps the array without copying it; the caller must not change it afterwards.
     *
     * @throws ShapeException if the number of values does not match the shape
     */
    public static TensorData of(boolean[] values, Shape shape) {
        return new TensorData(DType.BOOL, shape, values, values.length);
    }

    public static TensorData scalar(float value) {
        return of(new float[] {value}, Shape.scalar());
    }

    public static TensorData scalar(int value) {
        return of(new int[] {value}, Shape.scalar());
    }

    /**
     * Converts the values to an element type: integers are truncated, a boolean is true if not zero.
     *
     * @throws ShapeException if the number of values does not match the shape
     */
    public static TensorData of(DType dtype, double[] values, Shape shape) {
        switch (dtype) {
            case FLOAT:
                float[] floats = new float[values.length];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) values[i];
                }
                return of(floats, shape);
            case INT:
                return of(Arrays.stream(values).mapToInt(value -> (int) value).toArray(), shape);
            case BOOL:
                boolean[] booleans = new boolean[values.length];
                for (int i = 0; i < booleans.length; i++) {
                    booleans[i] = values[i] != 0;
                }
                return of(booleans, shape);
            default:
                return of(values.clone(), shape);
        }
    }

    public DType dtype() {
        return dtype;
    }

    public Shape shape() {
        return shape;
    }

    /** Returns one value by its index in row-major order; a boolean is 0 or 1. */
    public double get(int index) {
        switch (dtype) {
            case FLOAT:
                return ((float[]) array)[index];
            case DOUBLE:
                return ((double[]) array)[index];
            case INT:
                return ((int[]) array)[index];
            default:
                return ((boolean[]) array)[index] ? 1 : 0;
        }
    }

    /**
     * Returns the value of a tensor with one element.
     *
     * @throws ShapeException if there is not exactly one element
     */
    public double item() {
        if (shape.size() != 1) {
            throw new ShapeException("item() needs exactly one element; the shape is " + shape);
        }
        return get(0);
    }

    /** Copies the values as floats. */
    public float[] toFloats() {
        if (dtype == DType.FLOAT) {
            return ((float[]) array).clone();
        }
        float[] floats = new float[shape.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) get(i);
        }
        return floats;
    }

    /** Copies the values as doubles. */
    public double[] toDoubles() {
        double[] doubles = new double[shape.size()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = get(i);
        }
        return doubles;
    }

    /** Copies the values as integers, truncated. */
    public int[] toInts() {
        int[] ints = new int[shape.size()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) get(i);
        }
        return ints;
    }

    /**
     * Copies rows {@code from} (inclusive) to {@code to} (exclusive) along the first axis.
     *
     * @throws ShapeException if there are no such rows
     */
    public TensorData rows(int from, int to) {
        if (from < 0 || from > to || to > shape.dim(0)) {
            throw new ShapeException("there are no rows " + from + " to " + to + " in " + shape);
        }
        TensorData part = zeros(dtype, shape.with(0, to - from));
        System.arraycopy(array, from * rowSize(), part.array, 0, part.shape.size());
        return part;
    }

    /**
     * Pads with rows of zeros, or false, after the last row, up to the given number of rows along the first axis.
     *
     * @throws ShapeException if there are more rows already
     */
    public TensorData padded(int rows) {
        if (rows < shape.dim(0)) {
            throw new ShapeException("cannot pad " + shape + " to " + rows + " rows: it has more already");
        }
        TensorData full = zeros(dtype, shape.with(0, rows));
        System.arraycopy(array, 0, full.array, 0, shape.size());
        return full;
    }

    /**
     * Concatenates the rows of all parts along the first axis.
     *
     * @param parts at least one; all have the element type and the row shape of the first
     * @throws ShapeException if a part has another element type or row shape
     */
    public static TensorData joined(List<TensorData> parts) {
        TensorData first = parts.get(0);
        int rows = parts.stream().mapToInt(part -> part.shape.dim(0)).sum();
        return joined(first.dtype, first.shape.with(0, rows), parts.stream());
    }

    /**
     * Concatenates the rows of parts whose total number is known in advance. Each part is requested only after the
     * previous parts have been copied, so they need not all be in memory at once.
     *
     * @param all the shape of the result, including all rows
     * @throws ShapeException if a part has another element type or row shape, or if there are too few or too many rows
     */
    public static TensorData joined(DType dtype, Shape all, Stream<TensorData> parts) {
        TensorData joined = zeros(dtype, all);
        int[] filled = {0};
        parts.forEachOrdered(part -> {
            int rows = part.shape.dim(0);
            if (part.dtype != dtype || !part.shape.equals(all.with(0, rows)) || rows > all.dim(0) - filled[0]) {
                throw new ShapeException(part.dtype + " " + part.shape + " does not fit as rows " + filled[0] + " to "
                        + (filled[0] + rows) + " of " + dtype + " " + all);
            }
            System.arraycopy(part.array, 0, joined.array, filled[0] * joined.rowSize(), part.shape.size());
            filled[0] += rows;
        });
        if (filled[0] < all.dim(0)) {
            throw new ShapeException(filled[0] + " rows do not fill " + dtype + " " + all);
        }
        return joined;
    }

    private static TensorData zeros(DType dtype, Shape shape) {
        int size = shape.size();
        return switch (dtype) {
            case FLOAT -> of(new float[size], shape);
            case DOUBLE -> of(new double[size], shape);
            case INT -> of(new int[size], shape);
            case BOOL -> of(new boolean[size], shape);
        };
    }

    private int rowSize() {
        return shape.dim(0) == 0 ? 0 : shape.size() / shape.dim(0);
    }

    /** Returns whether element type, shape and bits are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TensorData data
                && dtype == data.dtype
                && shape.equals(data.shape)
                && Arrays.deepEquals(new Object[] {array}, new Object[] {data.array});
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.deepHashCode(new Object[] {array});
    }

    /** Returns the element type, the shape and the values; of many, their range, their mean and some of them. */
    @Override
    public String toString() {
        return Printing.describe(dtype, shape) + " " + Printing.values(this);
    }
}
