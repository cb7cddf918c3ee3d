package org.gan4j.data.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.TableColumn;
import org.gan4j.api.data.tables.TableRule;
import org.gan4j.api.data.tables.TableSchema;
import org.gan4j.api.data.tables.rules.RowRule;
import org.gan4j.api.data.tables.rules.Truth;
import org.gan4j.api.plugin.Suggestions;

/**
 * Reads the rules of a table, such as {@code start <= end} and {@code fixed city + state}, and checks its rows by all of
 * them in one pass.
 */
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
        if (rules.isEmpty()) {
            return schema;
        }
        List<Reading> readings = rules.stream()
                .map(text -> reading(text, schema, rows.columns()))
                .toList();
        long[] row = {0};
        rows.forEach(cells -> {
            row[0]++;
            readings.forEach(each -> each.add(cells, row[0]));
        });
        return schema.withRules(readings.stream().map(Reading::rule).toList());
    }

    /** A rule while the rows of its table are read. */
    private interface Reading {
        /**
         * Takes a row into account.
         *
         * @param number its number, from 1
         * @throws IllegalArgumentException if it does not keep the rule, or there are too many combinations
         */
        void add(List<String> cells, long number);

        TableRule rule();
    }

    private static Reading reading(String text, TableSchema schema, List<String> columns) {
        Matcher fixed = FIXED.matcher(text);
        return fixed.matches()
                ? Combinations.of(fixed.group("columns"), schema, columns)
                : Condition.of(TableRule.condition(text), schema, columns);
    }

    private record Condition(TableRule rule, RowRule condition) implements Reading {
        static Condition of(TableRule rule, TableSchema schema, List<String> columns) {
            List<String> learned = schema.columns().stream()
                    .filter(column -> !(column.type() instanceof ColumnType.FreeText))
                    .map(TableColumn::name)
                    .toList();
            RowRule.of(rule, schema, learned); // a column of free text is none of these, and is refused
            return new Condition(rule, RowRule.of(rule, schema, columns));
        }

        @Override
        public void add(List<String> cells, long number) {
            if (condition.of(cells) == Truth.FALSE) {
                throw new IllegalArgumentException("row " + number + " of the table does not keep the rule '" + rule
                        + "': correct the row, or the rule");
            }
        }
    }

    /**
     * The combinations of columns that are fixed.
     *
     * @param names the columns as they were written
     * @param places their places in a row
     * @param learned the values of each that are learned; a rare one is never made, and is not recorded
     * @param known the combinations of learned values
     */
    private record Combinations(
            String names,
            List<String> columns,
            List<Integer> places,
            List<Set<String>> learned,
            Set<List<String>> known)
            implements Reading {
        static Combinations of(String names, TableSchema schema, List<String> all) {
            List<String> columns = Arrays.stream(names.split("\\+"))
                    .map(name -> name.strip().replaceAll("^\"(.*)\"$", "$1"))
                    .toList();
            List<Set<String>> learned = new ArrayList<>();
            for (String name : columns) {
                if (!all.contains(name)) {
                    throw new IllegalArgumentException("the rule 'fixed " + names + "' names the column " + name
                            + ", which the table does not have" + Suggestions.ending(name, all));
                }
                learned.add(learned(names, schema.column(name)));
            }
            return new Combinations(
                    names, columns, columns.stream().map(all::indexOf).toList(), learned, new LinkedHashSet<>());
        }

        private static Set<String> learned(String names, TableColumn column) {
            Set<String> values = new HashSet<>(Set.of("")); // a missing value
            if (column.type() instanceof ColumnType.Categories categories) {
                values.addAll(categories.values());
            } else if (column.type() instanceof ColumnType.Flag flag) {
                values.addAll(List.of(flag.no(), flag.yes()));
            } else {
                throw new IllegalArgumentException("the rule 'fixed " + names + "' needs categories, but the column "
                        + column.name() + " holds " + column.type().summary());
            }
            return values;
        }

        @Override
        public void add(List<String> cells, long number) {
            List<String> each = places.stream().map(cells::get).toList();
            if (IntStream.range(0, each.size()).allMatch(i -> learned.get(i).contains(each.get(i)))) {
                known.add(each);
            }
            if (known.size() > MOST_COMBINATIONS) {
                throw new IllegalArgumentException("the rule 'fixed " + names + "' fixes more than " + MOST_COMBINATIONS
                        + " combinations: leave it out, or a column of it");
            }
        }

        @Override
        public TableRule rule() {
            return new TableRule("", columns, List.copyOf(known));
        }
    }
}
