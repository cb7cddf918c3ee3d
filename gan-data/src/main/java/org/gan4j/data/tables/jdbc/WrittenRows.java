package org.gan4j.data.tables.jdbc;

/**
 * The rows of one origin in a table.
 *
 * @param before how many earlier commands wrote
 * @param now how many are there in the end
 */
public record WrittenRows(int before, int now) {
    /** Returns how many were added. */
    public int added() {
        return now - before;
    }
}
