package org.gan4j.api.data.tables.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gan4j.api.data.tables.rules.Comparison.Sign;
import org.gan4j.api.data.tables.rules.RuleColumns.Operand;
import org.gan4j.api.data.tables.rules.RuleToken.Kind;

/** Reads a condition by recursive descent: {@code or} joins {@code and}, which joins comparisons. */
final class RuleParser {
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "is", "null", "in", "between");
    private static final int DEEPEST = 100;

    private final String text;
    private final RuleColumns columns;
    private final List<RuleToken> tokens;
    private int at;
    private int depth;

    RuleParser(String text, RuleColumns columns) {
        this.text = text;
        this.columns = columns;
        this.tokens = RuleToken.of(text);
    }

    RowRule rule() {
        RowRule rule = alternatives();
        if (next().kind() != Kind.END) {
            throw unexpected("and, or, or the end");
        }
        return rule;
    }

    private RowRule alternatives() {
        List<RowRule> parts = new ArrayList<>(List.of(all()));
        while (accept("or")) {
            parts.add(all());
        }
        return JoinedRules.of(parts, false);
    }

    private RowRule all() {
        List<RowRule> parts = new ArrayList<>(List.of(part()));
        while (accept("and")) {
            parts.add(part());
        }
        return JoinedRules.of(parts, true);
    }

    private RowRule part() {
        depth++;
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("the condition '" + text + "' is nested too deeply");
        }
        RowRule part;
        if (accept("not")) {
            part = not(part());
        } else if (accept("(")) {
            part = alternatives();
            require(")");
        } else {
            part = comparison();
        }
        depth--;
        return part;
    }

    private static RowRule not(RowRule rule) {
        return row -> rule.of(row).not();
    }

    private RowRule comparison() {
        Operand left = operand();
        if (accept("is")) {
            boolean not = accept("not");
            require("null");
            RowRule missing = missing(columnOf(left));
            return not ? not(missing) : missing;
        }
        boolean not = accept("not");
        if (accept("in")) {
            RowRule in = in(columnOf(left));
            return not ? not(in) : in;
        }
        if (accept("between")) {
            RowRule low = new Comparison(left, Sign.GREATER_OR_EQUAL, operand());
            require("and");
            RowRule both = JoinedRules.of(List.of(low, new Comparison(left, Sign.LESS_OR_EQUAL, operand())), true);
            return not ? not(both) : both;
        }
        if (not || next().kind() != Kind.SIGN || Stream.of("(", ")", ",").anyMatch(next()::is)) {
            throw unexpected(not ? "in or between" : "a comparison such as = or <");
        }
        Sign sign = Sign.of(next().text());
        at++;
        return new Comparison(left, sign, operand());
    }

    /** A missing value is required as an empty text. */
    private static RowRule missing(Operand column) {
        return new RowRule() {
            @Override
            public Truth of(List<String> row) {
                return Truth.of(column.in(row).isEmpty());
            }

            @Override
            public Map<String, String> required() {
                return Map.of(column.text(), "");
            }
        };
    }

    private RowRule in(Operand column) {
        require("(");
        List<RowRule> values = new ArrayList<>();
        do {
            values.add(new Comparison(column, Sign.EQUAL, operand()));
        } while (accept(","));
        require(")");
        return JoinedRules.of(values, false);
    }

    private Operand columnOf(Operand operand) {
        if (!operand.isColumn()) {
            throw new IllegalArgumentException(
                    "'" + operand.text() + "' in the condition '" + text + "' is a value, where a column is needed");
        }
        return operand;
    }

    private Operand operand() {
        RuleToken token = next();
        boolean keyword =
                token.kind() == Kind.WORD && KEYWORDS.contains(token.text().toLowerCase(Locale.ROOT));
        if (token.kind() == Kind.SIGN || token.kind() == Kind.END || keyword) {
            throw unexpected("a column or a value");
        }
        at++;
        return token.kind() == Kind.TEXT || token.kind() == Kind.NUMBER
                ? Operand.value(token.text())
                : columns.column(token.text());
    }

    private RuleToken next() {
        return tokens.get(at);
    }

    private boolean accept(String word) {
        boolean accepted = next().is(word);
        if (accepted) {
            at++;
        }
        return accepted;
    }

    private void require(String word) {
        if (!accept(word)) {
            throw unexpected(word);
        }
    }

    private IllegalArgumentException unexpected(String wanted) {
        RuleToken token = next();
        return new IllegalArgumentException("the condition '" + text + "' needs " + wanted
                + (token.kind() == Kind.END
                        ? " at its end"
                        : " at its character " + token.place() + ", in place of '" + token.text() + "'"));
    }
}
