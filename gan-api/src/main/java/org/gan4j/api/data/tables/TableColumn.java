package org.gan4j.api.data.tables;

/**
 * A column of a table.
 *
 * @param missing the share of rows without a value, from 0 to 1
 */
public record TableColumn(String name, ColumnType type, double missing) {
    /**
     * Validates the share.
     *
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public TableColumn {
        if (!(missing >= 0 && missing <= 1)) {
            throw new IllegalArgumentException("the share of missing values is from 0 to 1, not " + missing);
        }
    }

    /** Returns the name and what the column holds, such as "age: whole numbers from 17 to 90; 2 % are missing". */
    @Override
    public String toString() {
        return name + ": " + type.summary() + (missing == 0 ? "" : "; " + percent() + " are missing");
    }

    private String percent() {
        if (missing > 0.99 && missing < 1) {
            return "more than 99 %";
        }
        return missing < 0.01 ? "less than 1 %" : Math.round(100 * missing) + " %";
    }
}
