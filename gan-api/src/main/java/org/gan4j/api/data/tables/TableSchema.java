package org.gan4j.api.data.tables;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the columns of a table hold, in their order.
 *
 * @param columns at least one
 * @param rules what all rows keep
 */
public record TableSchema(List<TableColumn> columns, List<TableRule> rules) {
    /**
     * Copies the columns and rules.
     *
     * @throws IllegalArgumentException if there are none, or two have the same name
     */
    public TableSchema {
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table needs at least one column");
        }
        List<String> names = columns.stream().map(TableColumn::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("two columns of a table have the same name: " + names);
        }
    }

    /**
     * Creates the schema of a table without rules.
     *
     * @throws IllegalArgumentException if there are no columns, or two have the same name
     */
    public TableSchema(List<TableColumn> columns) {
        this(columns, List.of());
    }

    /** Returns a copy with other rules. */
    public TableSchema withRules(List<TableRule> others) {
        return new TableSchema(columns, others);
    }

    /**
     * Returns the column of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public TableColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the table has no column " + name + "; it has "
                        + columns.stream().map(TableColumn::name).toList()));
    }

    /** Returns a line for each column. */
    @Override
    public String toString() {
        return columns.stream().map(TableColumn::toString).collect(Collectors.joining("\n"));
    }
}
