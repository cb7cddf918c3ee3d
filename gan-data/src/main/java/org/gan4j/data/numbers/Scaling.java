package org.gan4j.data.numbers;

/** How numbers are brought into the range that generators make. */
public enum Scaling {
    /** Bytes as pixels, v / 127.5 - 1; other numbers as they are if all lie in [-1, 1], else as {@link #MIN_MAX}. */
    AUTO,
    /** As they are. */
    NONE,
    /** The smallest becomes -1 and the largest 1. Pictures are measured together, vectors each column by itself. */
    MIN_MAX,
    /** The mean becomes 0 and the standard deviation 1. Measured as for {@link #MIN_MAX}. */
    STANDARD
}
