package org.gan4j.api.data.tables;

import java.util.List;

/**
 * A rule that all rows of a table keep, and generated ones must: a condition, as {@link
 * org.gan4j.api.data.tables.rules.RowRule#parse} reads it, or columns whose combinations of values are fixed, such as a city and
 * its state.
 *
 * @param condition the condition; empty if combinations are fixed
 * @param columns the columns whose combinations are fixed; none for a condition
 * @param combinations the values of these columns that occur together
 */
public record TableRule(String condition, List<String> columns, List<List<String>> combinations) {
    /**
     * Copies the combinations.
     *
     * @throws IllegalArgumentException if there is neither a condition nor a combination, or a combination has not one value
     *     for each column
     */
    public TableRule {
        columns = List.copyOf(columns);
        combinations = combinations.stream().map(List::copyOf).toList();
        if (condition.isBlank() == columns.isEmpty()) {
            throw new IllegalArgumentException("a rule is either a condition or fixes the combinations of columns");
        }
        for (List<String> each : combinations) {
            if (each.size() != columns.size()) {
                throw new IllegalArgumentException("the combination " + each + " needs a value for each of " + columns);
            }
        }
    }

    /** Returns the rule that a condition is not false. */
    public static TableRule condition(String text) {
        return new TableRule(text, List.of(), List.of());
    }

    /** Returns the condition, or the columns whose combinations are fixed. */
    @Override
    public String toString() {
        return columns.isEmpty() ? condition : "fixed " + String.join(" + ", columns);
    }
}
