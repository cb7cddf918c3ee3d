package org.gan4j.api.data.tables;

/**
 * A column of a table.
 *
 * @param missing the share of rows without a value, from 0 to 1
 */
public record TableColumn(String name, ColumnType type, double missing) {
    /** Returns the name and what the column holds, such as "age: whole numbers from 17 to 90; 2 % are missing". */
    @Override
    public String toString() {
        return name + ": " + type.summary() + (missing == 0 ? "" : "; " + percent() + " are missing");
    }

    private String percent() {
        return missing < 0.01 ? "less than 1 %" : Math.round(100 * missing) + " %";
    }
}
