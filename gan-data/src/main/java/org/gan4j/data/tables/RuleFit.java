package org.gan4j.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableRule;
import org.gan4j.api.data.tables.TableSchema;
import org.gan4j.api.data.tables.rules.RowRule;
import org.gan4j.api.data.tables.rules.Truth;
import org.gan4j.api.plugin.Suggestions;

/** Reads the rules of a table, such as {@code start <= end} and {@code fixed city + state}, and checks its rows by them. */
final class RuleFit {
    private static final Pattern FIXED = Pattern.compile("(?i)\\s*fixed\\s+(?<columns>[^=<>]+\\+[^=<>]+)");
    private static final int MOST_COMBINATIONS = 2000;

    private RuleFit() {}

    /**
     * Returns the schema with the rules.
     *
     * @throws IllegalArgumentException if a rule cannot be read, or a row does not keep it; the message says which
     */
    static TableSchema of(List<String> rules, TableSchema schema, TableRows rows) {
        TableSchema ruled = schema;
        List<String> learned = schema.columns().stream()
                .filter(column -> !(column.type() instanceof ColumnType.FreeText))
                .map(TableColumn::name)
                .toList();
        for (String text : rules) {
            Matcher fixed = FIXED.matcher(text);
            TableRule rule = fixed.matches()
                    ? combinations(fixed.group("columns"), schema, rows)
                    : kept(TableRule.condition(text), learned, schema, rows);
            List<TableRule> all = new ArrayList<>(ruled.rules());
            all.add(rule);
            ruled = ruled.withRules(all);
        }
        return ruled;
    }

    private static TableRule kept(TableRule rule, List<String> learned, TableSchema schema, TableRows rows) {
        RowRule.of(rule, schema, learned); // a column of free text is none of these, and is refused
        RowRule condition = RowRule.of(rule, schema, rows.columns());
        long[] row = {0};
        rows.forEach(cells -> {
            row[0]++;
            if (condition.of(cells) == Truth.FALSE) {
                throw new IllegalArgumentException("row " + row[0] + " of the table does not keep the rule '" + rule
                        + "': correct the row, or the rule");
            }
        });
        return rule;
    }

    private static TableRule combinations(String names, TableSchema schema, TableRows rows) {
        List<String> columns = Arrays.stream(names.split("\\+"))
                .map(name -> name.strip().replaceAll("^\"(.*)\"$", "$1"))
                .toList();
        for (String name : columns) {
            if (!rows.columns().contains(name)) {
                throw new IllegalArgumentException("the rule 'fixed " + names + "' names the column " + name
                        + ", which the table does not have" + Suggestions.ending(name, rows.columns()));
            }
            ColumnType type = schema.column(name).type();
            if (!(type instanceof ColumnType.Categories || type instanceof ColumnType.Flag)) {
                throw new IllegalArgumentException("the rule 'fixed " + names + "' needs categories, but the column "
                        + name + " holds " + type.summary());
            }
        }
        List<Integer> places = columns.stream().map(rows.columns()::indexOf).toList();
        Set<List<String>> known = new LinkedHashSet<>();
        rows.forEach(cells -> {
            List<String> each = places.stream().map(cells::get).toList();
            if (isLearned(each, columns, schema)) { // a rare value is never made, and is not recorded
                known.add(each);
            }
            if (known.size() > MOST_COMBINATIONS) {
                throw new IllegalArgumentException("the rule 'fixed " + names + "' fixes more than " + MOST_COMBINATIONS
                        + " combinations: leave it out, or a column of it");
            }
        });
        return new TableRule("", columns, List.copyOf(known));
    }

    private static boolean isLearned(List<String> values, List<String> columns, TableSchema schema) {
        for (int i = 0; i < values.size(); i++) {
            boolean rare = schema.column(columns.get(i)).type() instanceof ColumnType.Categories categories
                    && !values.get(i).isEmpty()
                    && !categories.values().contains(values.get(i));
            if (rare) {
                return false;
            }
        }
        return true;
    }
}
