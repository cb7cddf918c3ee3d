package org.gan4j.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lengths of a tensor's axes, outermost first; a scalar has none. Images are N×C×H×W. Immutable. */
public final class Shape {
    private static final Shape SCALAR = new Shape(new long[0]);

    private final long[] dims;
    private final int size;
    private final int[] strides;

    private Shape(long[] dims) {
        long product = 1;
        for (long dim : dims) {
            if (dim < 0) {
                throw new ShapeException("a length cannot be negative: " + Arrays.toString(dims));
            }
            if (dim > Integer.MAX_VALUE) {
                throw new ShapeException(Arrays.toString(dims) + " would overflow; the longest axis has 2^31 - 1");
            }
            // neither factor exceeds 2^31, so nothing overflows
            product = Math.min(product, 1L << 31) * Math.min(dim, 1L << 31);
        }
        if (product > Integer.MAX_VALUE) {
            throw new ShapeException(Arrays.toString(dims) + " would overflow; the maximum is 2^31 - 1 elements");
        }
        this.dims = dims;
        this.size = (int) product;
        this.strides = new int[dims.length];
        int stride = 1;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= (int) Math.max(1, dims[axis]);
        }
    }

    /**
     * Creates a shape from the lengths of its axes.
     *
     * @throws ShapeException if a length is negative or above 2^31 - 1, or if there are more than 2^31 - 1 elements
     */
    public static Shape of(long... dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims.clone());
    }

    public static Shape scalar() {
        return SCALAR;
    }

    /** Returns the number of axes. */
    public int rank() {
        return dims.length;
    }

    /** Returns the length of an axis; -1 is the last. */
    public int dim(int axis) {
        return (int) dims[axis(axis)];
    }

    /** Returns the number of elements. */
    public int size() {
        return size;
    }

    public long[] dims() {
        return dims.clone();
    }

    /**
     * Converts an axis that may be counted from the back to one counted from the front.
     *
     * @throws ShapeException if there is no such axis
     */
    public int axis(int axis) {
        int fromFront = axis < 0 ? axis + dims.length : axis;
        if (fromFront < 0 || fromFront >= dims.length) {
            throw new ShapeException("axis " + axis + " does not exist in " + this);
        }
        return fromFront;
    }

    /**
     * Returns these axes counted from the front and sorted, or all axes if none is given.
     *
     * @throws ShapeException if an axis does not exist or is given twice
     */
    public int[] axes(int... axes) {
        if (axes.length == 0) {
            return IntStream.range(0, dims.length).toArray();
        }
        int[] sorted = IntStream.of(axes).map(this::axis).sorted().toArray();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                throw new ShapeException("axis " + sorted[i] + " is named twice for " + this);
            }
        }
        return sorted;
    }

    /**
     * Returns this shape with another length at one axis.
     *
     * @throws ShapeException if there is no such axis, or if the length is negative or too large
     */
    public Shape with(int axis, long dim) {
        long[] changed = dims.clone();
        changed[axis(axis)] = dim;
        return new Shape(changed);
    }

    /**
     * Returns the shape of a batch of samples of this shape, [count, this...].
     *
     * @throws ShapeException if the number is negative, or too large
     */
    public Shape batch(long count) {
        long[] batch = new long[dims.length + 1];
        batch[0] = count;
        System.arraycopy(dims, 0, batch, 1, dims.length);
        return new Shape(batch);
    }

    /** Returns this shape with length 1 at the given axes. */
    public Shape collapsed(int... axes) {
        long[] changed = dims.clone();
        for (int axis : axes) {
            changed[axis(axis)] = 1;
        }
        return new Shape(changed);
    }

    /** Returns this shape without the given axes. */
    public Shape without(int... axes) {
        int[] dropped = IntStream.of(axes).map(this::axis).sorted().toArray();
        return new Shape(IntStream.range(0, dims.length)
                .filter(axis -> Arrays.binarySearch(dropped, axis) < 0)
                .mapToLong(axis -> dims[axis])
                .toArray());
    }

    /** Returns the distance in memory between neighbors along an axis, in row-major order. */
    public int stride(int axis) {
        return strides[axis(axis)];
    }

    /**
     * Returns the common shape of two operands: axes are matched from the back, and length 1 stretches.
     *
     * @throws ShapeException if the lengths at an axis differ and neither is 1
     */
    public static Shape broadcast(Shape a, Shape b) {
        int rank = Math.max(a.rank(), b.rank());
        long[] dims = new long[rank];
        for (int back = 1; back <= rank; back++) {
            long left = back <= a.rank() ? a.dims[a.rank() - back] : 1;
            long right = back <= b.rank() ? b.dims[b.rank() - back] : 1;
            if (left != right && left != 1 && right != 1) {
                throw new ShapeException("shapes " + a + " and " + b + " do not match: " + left + " against " + right
                        + " at axis -" + back);
            }
            dims[rank - back] = left == 1 ? right : left;
        }
        return new Shape(dims);
    }

    /** Returns whether a tensor of this shape can be stretched to the other shape. */
    public boolean stretchesTo(Shape other) {
        if (rank() > other.rank()) {
            return false;
        }
        for (int back = 1; back <= rank(); back++) {
            long mine = dims[rank() - back];
            if (mine != 1 && mine != other.dims[other.rank() - back]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** Returns text such as {@code [64, 1, 28, 28]}; a scalar is {@code []}. */
    @Override
    public String toString() {
        return Arrays.stream(dims).mapToObj(Long::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
