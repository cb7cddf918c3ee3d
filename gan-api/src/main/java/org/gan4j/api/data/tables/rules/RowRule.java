package org.gan4j.api.data.tables.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gan4j.api.data.tables.TableRule;
import org.gan4j.api.data.tables.TableSchema;

/**
 * A condition on the values of a row, as SQL writes it after WHERE or CHECK:
 *
 * <pre>
 * income = '&gt;50K' and age between 30 and 40
 * start &lt;= "end" or "end" is null
 * not (state in ('NY', 'NJ'))
 * </pre>
 *
 * <p>A comparison with a missing value is neither true nor false.
 */
public interface RowRule {
    /**
     * Returns whether a row meets the condition.
     *
     * @param row a text for each column, empty if the value is missing
     */
    Truth of(List<String> row);

    /** Returns values that columns must have for the condition to be true, by their names; it may need more than these. */
    default Map<String, String> required() {
        return Map.of();
    }

    /**
     * Reads a condition: comparisons of columns with columns, numbers and texts by {@code = != <> < <= > >=}, {@code is null},
     * {@code in (...)} and {@code between ... and ...}, joined by {@code and}, {@code or}, {@code not} and parentheses. Texts
     * stand in single quotes, as in {@code 'NY'}; a name that is no single word in double quotes.
     *
     * @param schema what the columns hold
     * @param columns the columns of the rows, in their order
     * @throws IllegalArgumentException if the text is no condition, names an unknown column, or compares what cannot be
     *     compared; the message says where
     */
    static RowRule parse(String text, TableSchema schema, List<String> columns) {
        return new RuleParser(text, new RuleColumns(schema, columns)).rule();
    }

    /**
     * Returns the rule that all rows of a table keep.
     *
     * @param columns the columns of the rows, in their order
     * @throws IllegalArgumentException as {@link #parse}
     */
    static RowRule of(TableRule rule, TableSchema schema, List<String> columns) {
        if (rule.columns().isEmpty()) {
            return parse(rule.condition(), schema, columns);
        }
        RuleColumns known = new RuleColumns(schema, columns);
        return new FixedCombinations(
                rule.columns().stream().map(name -> known.column(name).place()).toList(),
                Set.copyOf(rule.combinations()));
    }
}
