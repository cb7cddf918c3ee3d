package org.gan4j.data.tables.jdbc;

import java.util.List;
import org.gan4j.api.data.tables.TableColumn;

/**
 * A column of made rows.
 *
 * @param missing whether values may be missing
 */
record NewColumn(String name, ValueRange values, boolean missing) {
    private static final int MOST_DIGITS = 31;
    private static final int LONGEST = 4000;

    /**
     * Returns the columns of rows.
     *
     * @param rows how many there are
     */
    static List<NewColumn> all(List<TableColumn> columns, int rows) {
        return columns.stream().map(column -> of(column, rows)).toList();
    }

    private static NewColumn of(TableColumn column, int rows) {
        ValueRange values = ValueRange.of(column, rows);
        return new NewColumn(column.name(), values, values instanceof ValueRange.Nothing || column.missing() > 0);
    }

    /** Returns the type that the column gets in a new table. */
    String sqlType(SqlWords words) {
        if (values instanceof ValueRange.Numbers numbers) {
            return sqlType(numbers);
        }
        if (values instanceof ValueRange.Flags) {
            return words.flag();
        }
        if (values instanceof ValueRange.Moments moments) {
            return !moments.hasTime() ? "DATE" : moments.hasDate() ? words.moment() : "TIME";
        }
        return values.length() > LONGEST ? words.longText() : words.text() + "(" + values.length() + ")";
    }

    private static String sqlType(ValueRange.Numbers numbers) {
        if (numbers.isWithin(Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            return "INTEGER";
        }
        if (numbers.isWithin(Long.MIN_VALUE, Long.MAX_VALUE)) {
            return "BIGINT";
        }
        int digits = numbers.digits() + numbers.decimals();
        return digits <= MOST_DIGITS ? "DECIMAL(" + digits + ", " + numbers.decimals() + ")" : "DOUBLE PRECISION";
    }
}
