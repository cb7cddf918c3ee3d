package org.gan4j.api.data.tables.rules;

import java.util.List;
import java.util.Optional;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.MomentText;
import org.gan4j.api.data.tables.TableSchema;
import org.gan4j.api.data.tables.ValueText;
import org.gan4j.api.plugin.Suggestions;

/**
 * The columns that a condition may name.
 *
 * @param schema what they hold
 * @param names the columns of the rows, in their order
 */
record RuleColumns(TableSchema schema, List<String> names) {
    /** Copies the names. */
    RuleColumns {
        names = List.copyOf(names);
    }

    /**
     * A column, or a value that is compared with one.
     *
     * @param place the column's place in a row; -1 for a value
     * @param text the column's name, or the value
     * @param type what the column holds; empty for a value
     * @param numbers reads the column's numbers, dates or times; empty if it holds something else
     */
    record Operand(int place, String text, Optional<ColumnType> type, Optional<ValueText> numbers) {
        static Operand value(String text) {
            return new Operand(-1, text, Optional.empty(), Optional.empty());
        }

        boolean isColumn() {
            return place >= 0;
        }

        String in(List<String> row) {
            return isColumn() ? row.get(place) : text;
        }

        /** Returns what the column's values can be compared with: numbers, dates or times; text for all else. */
        String kind() {
            if (type.orElse(null) instanceof ColumnType.Moments moments) {
                return new MomentText(moments.pattern()).hasDate() ? "dates" : "times";
            }
            return numbers.isPresent() ? "numbers" : "text";
        }
    }

    /**
     * Returns the column of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    Operand column(String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("the rows have no column " + name + Suggestions.ending(name, names)
                    + "; texts stand in single quotes, as in '" + name + "'");
        }
        ColumnType type = schema.column(name).type();
        if (type instanceof ColumnType.Reference) {
            throw new IllegalArgumentException("the column " + name + " cannot be in a condition, since it holds "
                    + type.summary() + ", which are set when a row is made");
        }
        return new Operand(place, name, Optional.of(type), ValueText.of(type));
    }

    /**
     * Requires that a column can have a value.
     *
     * @throws IllegalArgumentException if it is none of its categories, or has another form
     */
    static void requirePossible(Operand column, String value) {
        List<String> words = List.of();
        ColumnType type = column.type().orElseThrow();
        if (type instanceof ColumnType.Categories categories) {
            words = categories.values();
        } else if (type instanceof ColumnType.Flag flag) {
            words = List.of(flag.no(), flag.yes());
        } else if (column.numbers().isPresent()) {
            parsed(column, value);
            return;
        } else {
            return;
        }
        if (!words.contains(value)) {
            throw new IllegalArgumentException("the column " + column.text() + " never has the value '" + value + "'"
                    + Suggestions.ending(value, words, "; it has " + type.summary()));
        }
    }

    /**
     * Returns the number of a value as a column writes it.
     *
     * @throws IllegalArgumentException if it has another form
     */
    static double parsed(Operand column, String value) {
        try {
            return column.numbers().orElseThrow().parsed(value);
        } catch (IllegalArgumentException other) {
            throw new IllegalArgumentException(
                    "'" + value + "' cannot be compared with the column " + column.text() + ", which holds "
                            + column.type().orElseThrow().summary(),
                    other);
        }
    }
}
