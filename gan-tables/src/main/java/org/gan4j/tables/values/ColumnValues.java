package org.gan4j.tables.values;

/** The values of one column, a place for each row. */
public sealed interface ColumnValues permits NumberValues, ChoiceValues {
    /** Returns the name of the column. */
    String name();

    /** Returns the number of rows. */
    int count();

    /** Returns whether a row has no value. */
    boolean isMissing(int row);

    /**
     * Returns the values of some rows.
     *
     * @param rows their numbers, which may come more than once
     */
    ColumnValues of(int[] rows);

    /**
     * Returns the values of this column, then those of the same column of another table.
     *
     * @throws ClassCastException if it is of another kind
     */
    ColumnValues and(ColumnValues other);

    /** Returns the share of rows without a value. */
    default double missing() {
        int missing = 0;
        for (int row = 0; row < count(); row++) {
            missing += isMissing(row) ? 1 : 0;
        }
        return missing / (double) count();
    }
}
