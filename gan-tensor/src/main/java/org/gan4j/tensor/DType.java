package org.gan4j.tensor;

/** What the elements of a tensor are. */
public enum DType {
    /** 32-bit floating point: what networks are trained in. */
    FLOAT,
    /** 64-bit floating point: what gradients are checked in. */
    DOUBLE,
    /** 32-bit signed integers: labels, indices, the round. */
    INT,
    /** True and false: what comparisons give. */
    BOOL;

    /** Whether values are real numbers, so that derivatives exist. */
    public boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }
}
