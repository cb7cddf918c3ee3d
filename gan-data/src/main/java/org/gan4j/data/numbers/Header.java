package org.gan4j.data.numbers;

/** The kinds of first line that a table may have. */
public enum Header {
    /** The first line holds the names of the columns if no cell is a number; a line that could be either is refused. */
    AUTO,
    /** The first line holds the names of the columns. */
    PRESENT,
    /** The first line is a sample; the columns are named 1, 2, 3, ... */
    ABSENT
}
