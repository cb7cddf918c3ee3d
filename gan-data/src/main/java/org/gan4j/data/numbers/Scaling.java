package org.gan4j.data.numbers;

/** The ways to scale numbers to the range of a generator's outputs. */
public enum Scaling {
    /** {@code v / 127.5 - 1} for bytes; other numbers {@link #NONE} if all are in [-1, 1], else {@link #MIN_MAX}. */
    AUTO,
    /** No scaling. */
    NONE,
    /** The smallest becomes -1 and the largest 1: over all images, or over each column of vectors. */
    MIN_MAX,
    /** The mean becomes 0 and the standard deviation 1: over all images, or over each column of vectors. */
    STANDARD
}
