package org.gan4j.tensor;

/** The element type of a tensor. */
public enum DType {
    /** 32-bit floating point, in which networks are trained. */
    FLOAT,
    /** 64-bit floating point, in which gradients are checked. */
    DOUBLE,
    /** 32-bit signed integers: labels, indices, the step. */
    INT,
    /** True and false, the results of comparisons. */
    BOOL;

    /** Returns whether values are real numbers, so that derivatives exist. */
    public boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }
}
