package org.gan4j.apps.tabular;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.api.data.tables.TableEncoding;
import org.gan4j.api.data.tables.rules.RowRule;
import org.gan4j.api.data.tables.rules.Truth;

/**
 * The rows that are taken, of all that a generator makes: those for which a condition is true, and no rule of the table is false.
 *
 * @param rules the rules of the table
 * @param where the condition; empty if rows need only keep the rules
 * @param text the condition as it was written
 */
record RowChoice(List<RowRule> rules, Optional<RowRule> where, String text) {
    /** Returns the choice of all rows that keep the rules of their table. */
    static RowChoice of(TableEncoding table) {
        List<RowRule> rules = table.schema().rules().stream()
                .map(rule -> RowRule.of(rule, table.schema(), table.names()))
                .toList();
        return new RowChoice(rules, Optional.empty(), "");
    }

    /**
     * Returns a copy that also needs a condition.
     *
     * @throws IllegalArgumentException if it is none
     */
    RowChoice where(String condition, TableEncoding table) {
        String both = text.isEmpty() ? condition : "(" + text + ") and (" + condition + ")";
        return new RowChoice(rules, Optional.of(RowRule.parse(both, table.schema(), table.names())), both);
    }

    boolean takes(List<String> row) {
        return where.map(rule -> rule.of(row) == Truth.TRUE).orElse(true)
                && rules.stream().noneMatch(rule -> rule.of(row) == Truth.FALSE);
    }

    /** Returns the values that a row needs, by their columns. */
    Map<String, String> required() {
        return where.map(RowRule::required).orElse(Map.of());
    }

    /** Returns what a row must keep, for messages. */
    String summary(TableEncoding table) {
        return Stream.concat(
                        Stream.of(text).filter(each -> !each.isEmpty()),
                        table.schema().rules().stream().map(Object::toString))
                .toList()
                .toString();
    }
}
