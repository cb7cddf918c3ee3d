package org.gan4j.data.tables;

/** The order in which training draws the rows of a table. */
public enum RowSampling {
    /** All rows equally often. */
    ROWS,
    /**
     * CTGAN's training by sampling: a column of choices, then one of its values by the logarithm of its frequency, then a row that has
     * it. So rare values are learned better, and rows are drawn more often that have them.
     */
    LOG_FREQUENCY
}
