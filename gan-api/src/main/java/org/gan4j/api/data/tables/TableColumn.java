package org.gan4j.api.data.tables;

/**
 * A column of a table.
 *
 * @param missing the share of rows without a value, from 0 to 1
 * @param role what is done with it
 */
public record TableColumn(String name, ColumnType type, double missing, Role role) {
    /** What is done with a column. */
    public enum Role {
        /** It is made, as most are. */
        MADE,
        /** It is known before the others are made, which depend on it, as on the columns of a parent table. */
        GIVEN,
        /** It is made, but not written: the number of rows of a child table. */
        COUNT
    }

    /**
     * Creates a column that is made.
     *
     * @throws IllegalArgumentException if the share is not from 0 to 1
     */
    public TableColumn(String name, ColumnType type, double missing) {
        this(name, type, missing, Role.MADE);
    }

    /** Returns a copy with another role. */
    public TableColumn as(Role other) {
        return new TableColumn(name, type, missing, other);
    }

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
        return name + ": " + type.summary() + (missing == 0 ? "" : "; " + percent() + " are missing")
                + (role == Role.GIVEN ? "; given" : "");
    }

    private String percent() {
        if (missing > 0.99 && missing < 1) {
            return "more than 99 %";
        }
        return missing < 0.01 ? "less than 1 %" : Math.round(100 * missing) + " %";
    }
}
