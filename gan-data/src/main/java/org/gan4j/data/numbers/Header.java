package org.gan4j.data.numbers;

/** Whether the first line of a table holds the names of its columns. */
public enum Header {
    /** It does if none of its cells is a number. */
    AUTO,
    PRESENT,
    /** It does not; the columns are called 1, 2, 3, ... */
    ABSENT
}
