package org.gan4j.data.tables;

import java.util.List;

/** A source of numbered rows that are written, which may be asked for the same rows again. */
@FunctionalInterface
public interface RowSource {
    /**
     * Returns rows: a text for each column, empty if the value is missing.
     *
     * @param from the number of the first row, from 0
     * @param count how many rows
     */
    List<List<String>> of(int from, int count);
}
