package org.gan4j.nd4j.internal;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The storage of a value: FLOAT and BOOL (as 0 and 1) in native memory, fixed at compile time; DOUBLE and INT in an
 * array that is replaced whenever the value is computed, and never written to.
 */
final class Place {
    private final DType dtype;
    private final Shape shape;
    private final Region region;
    /** The place that this one shows under another shape, or itself. */
    private final Place base;

    private double[] doubles;

    private Place(DType dtype, Shape shape, Region region, Place base) {
        this.dtype = dtype;
        this.shape = shape;
        this.region = region;
        this.base = base == null ? this : base;
    }

    static Place in(Region region, DType dtype, Shape shape) {
        return new Place(dtype, shape, region, null);
    }

    static Place ofDoubles(DType dtype, Shape shape) {
        return new Place(dtype, shape, null, null);
    }

    static boolean isNative(DType dtype) {
        return dtype == DType.FLOAT || dtype == DType.BOOL;
    }

    /** Returns the same elements under another shape. */
    Place as(Shape other) {
        return other.equals(shape) ? this : new Place(dtype, other, region, base);
    }

    Region region() {
        return region;
    }

    double[] doubles() {
        return region == null ? base.doubles : region.toDoubles();
    }

    void setDoubles(double[] values) {
        if (region == null) {
            base.doubles = values;
        } else {
            region.setDoubles(values);
        }
    }

    void set(TensorData data) {
        if (dtype == DType.FLOAT) {
            region.write(0, data.toFloats(), 0, region.size());
        } else {
            setDoubles(data.toDoubles());
        }
    }

    TensorData toData() {
        return dtype == DType.FLOAT ? TensorData.of(region.toFloats(), shape) : TensorData.of(dtype, doubles(), shape);
    }

    /** Copies the value of another place of the same type and size. */
    void copy(Place from) {
        if (region == null) {
            base.doubles = from.doubles();
        } else {
            region.copy(0, from.region, 0, region.size());
        }
    }
}
