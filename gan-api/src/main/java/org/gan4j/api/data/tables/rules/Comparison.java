package org.gan4j.api.data.tables.rules;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.tables.rules.RuleColumns.Operand;

/** The comparison of a column with a column or a value. */
record Comparison(Operand left, Sign sign, Operand right) implements RowRule {
    /** The signs between two operands. */
    enum Sign {
        EQUAL,
        UNEQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        static Sign of(String text) {
            return switch (text) {
                case "=" -> EQUAL;
                case "!=", "<>" -> UNEQUAL;
                case "<" -> LESS;
                case "<=" -> LESS_OR_EQUAL;
                case ">" -> GREATER;
                case ">=" -> GREATER_OR_EQUAL;
                default -> throw new IllegalArgumentException("no sign of a comparison: " + text);
            };
        }

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }

        boolean isEquality() {
            return this == EQUAL || this == UNEQUAL;
        }
    }

    /**
     * Validates the comparison.
     *
     * @throws IllegalArgumentException if there is no column, a value is not one of its column, or what has no order is
     *     compared by it
     */
    Comparison {
        if (!left.isColumn() && !right.isColumn()) {
            throw new IllegalArgumentException(
                    "'" + left.text() + "' and '" + right.text() + "' are both values: name a column");
        }
        Operand column = left.isColumn() ? left : right;
        Operand other = left.isColumn() ? right : left;
        boolean numbers = column.numbers().isPresent();
        if (other.isColumn() && !column.kind().equals(other.kind())) {
            throw new IllegalArgumentException(
                    "the columns " + left.text() + " and " + right.text() + " cannot be compared: one holds "
                            + left.type().orElseThrow().summary() + ", the other "
                            + right.type().orElseThrow().summary());
        }
        if (!numbers && !sign.isEquality()) {
            throw new IllegalArgumentException("the column " + column.text() + " has no order, since it holds "
                    + column.type().orElseThrow().summary() + ": compare it by = or !=");
        }
        if (!other.isColumn() && (numbers || sign == Sign.EQUAL)) {
            RuleColumns.requirePossible(column, other.text());
        }
    }

    @Override
    public Truth of(List<String> row) {
        String first = left.in(row);
        String second = right.in(row);
        if (first.isEmpty() || second.isEmpty()) {
            return Truth.UNKNOWN;
        }
        Operand column = left.isColumn() ? left : right;
        if (column.numbers().isEmpty()) {
            return Truth.of(sign.holds(first.equals(second) ? 0 : 1));
        }
        double a = RuleColumns.parsed(left.isColumn() ? left : column, first);
        // adding 0.0 makes -0.0 equal to 0.0
        double b = RuleColumns.parsed(right.isColumn() ? right : column, second);
        return Truth.of(sign.holds(Double.compare(a + 0.0, b + 0.0)));
    }

    @Override
    public Map<String, String> required() {
        return sign == Sign.EQUAL && left.isColumn() && !right.isColumn()
                ? Map.of(left.text(), right.text())
                : Map.of();
    }
}
