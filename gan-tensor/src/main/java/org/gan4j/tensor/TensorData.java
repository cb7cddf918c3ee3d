package org.gan4j.tensor;

import java.util.Arrays;

/** The numbers of a tensor on the Java side, in row-major order: what is fed into a program and read out of it. */
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

    /** Takes the array as it is, without copying: the caller must not change it afterwards. */
    public static TensorData of(float[] values, Shape shape) {
        return new TensorData(DType.FLOAT, shape, values, values.length);
    }

    /** Takes the array as it is, without copying: the caller must not change it afterwards. */
    public static TensorData of(double[] values, Shape shape) {
        return new TensorData(DType.DOUBLE, shape, values, values.length);
    }

    /** Takes the array as it is, without copying: the caller must not change it afterwards. */
    public static TensorData of(int[] values, Shape shape) {
        return new TensorData(DType.INT, shape, values, values.length);
    }

    /** Takes the array as it is, without copying: the caller must not change it afterwards. */
    public static TensorData of(boolean[] values, Shape shape) {
        return new TensorData(DType.BOOL, shape, values, values.length);
    }

    public static TensorData scalar(float value) {
        return of(new float[] {value}, Shape.scalar());
    }

    public static TensorData scalar(int value) {
        return of(new int[] {value}, Shape.scalar());
    }

    /** The values converted to an element type: integers are truncated, a boolean is "not zero". */
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

    /** One value, by its place in row-major order; a boolean is 0 or 1. */
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

    /** The only value of a tensor with one element. */
    public double item() {
        if (shape.size() != 1) {
            throw new ShapeException("item() needs exactly one element; the shape is " + shape);
        }
        return get(0);
    }

    /** A copy as floats. */
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

    /** A copy as doubles. */
    public double[] toDoubles() {
        double[] doubles = new double[shape.size()];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = get(i);
        }
        return doubles;
    }

    /** A copy as integers, truncated. */
    public int[] toInts() {
        int[] ints = new int[shape.size()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = (int) get(i);
        }
        return ints;
    }

    /** Rows {@code from} (inclusive) to {@code to} (exclusive) along the first axis. */
    public TensorData rows(int from, int to) {
        int row = shape.dim(0) == 0 ? 0 : shape.size() / shape.dim(0);
        Shape part = shape.with(0, to - from);
        int start = from * row;
        int end = to * row;
        switch (dtype) {
            case FLOAT:
                return of(Arrays.copyOfRange((float[]) array, start, end), part);
            case DOUBLE:
                return of(Arrays.copyOfRange((double[]) array, start, end), part);
            case INT:
                return of(Arrays.copyOfRange((int[]) array, start, end), part);
            default:
                return of(Arrays.copyOfRange((boolean[]) array, start, end), part);
        }
    }

    /** Equal element type, shape and bits. */
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

    @Override
    public String toString() {
        return Printing.describe(dtype, shape) + " " + Printing.corners(this);
    }
}
