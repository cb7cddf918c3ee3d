package org.gan4j.data.tables.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gan4j.api.data.tables.ColumnType;
import org.gan4j.api.data.tables.IdentifierRule;
import org.gan4j.api.data.tables.TableColumn;

/** The values that a column of made rows can have, which decide about its SQL type. */
sealed interface ValueRange {
    /** Returns the length of the longest text. */
    int length();

    /**
     * Numbers.
     *
     * @param least the smallest one, with as many decimals as there may be
     * @param greatest the largest one
     */
    record Numbers(BigDecimal least, BigDecimal greatest) implements ValueRange {
        static Numbers of(double least, double greatest, int decimals) {
            return new Numbers(
                    BigDecimal.valueOf(least).setScale(decimals, RoundingMode.HALF_EVEN),
                    BigDecimal.valueOf(greatest).setScale(decimals, RoundingMode.HALF_EVEN));
        }

        int decimals() {
            return least.scale();
        }

        /** Returns the most digits in front of the point. */
        int digits() {
            return Math.max(1, Math.max(least.precision(), greatest.precision()) - decimals());
        }

        boolean isWithin(long from, long to) {
            return decimals() == 0
                    && least.compareTo(BigDecimal.valueOf(from)) >= 0
                    && greatest.compareTo(BigDecimal.valueOf(to)) <= 0;
        }

        @Override
        public int length() {
            return Math.max(
                            least.toPlainString().length(),
                            greatest.toPlainString().length())
                    + 1;
        }
    }

    /** No values: all are missing. */
    record Nothing() implements ValueRange {
        @Override
        public int length() {
            return 1;
        }
    }

    /** True and false. */
    record Flags() implements ValueRange {
        @Override
        public int length() {
            return "false".length();
        }
    }

    /**
     * Dates, times or both.
     *
     * @param pattern the form of their texts
     */
    record Moments(String pattern) implements ValueRange {
        boolean hasDate() {
            return pattern.contains("uuuu");
        }

        boolean hasTime() {
            return pattern.contains("HH");
        }

        @Override
        public int length() {
            return "2024-05-31 14:00:00".length();
        }
    }

    /**
     * Words.
     *
     * @param uuids whether each is a UUID
     */
    record Texts(int length, boolean uuids) implements ValueRange {
        static Texts of(List<String> values) {
            return new Texts(
                    Math.max(1, values.stream().mapToInt(String::length).max().orElse(1)), false);
        }
    }

    /** A number as this program writes it. */
    Pattern PLAIN_NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}|-?(0|[1-9]\\d{0,14})\\.\\d{1,9}");

    /**
     * Returns the values of a column.
     *
     * @param rows how many rows there are, which are counted
     */
    static ValueRange of(TableColumn column, int rows) {
        ColumnType type = column.type();
        if (type instanceof ColumnType.Numbers numbers) {
            return Numbers.of(numbers.least(), numbers.greatest(), numbers.decimals());
        }
        if (type instanceof ColumnType.Moments moments) {
            return new Moments(moments.pattern());
        }
        if (type instanceof ColumnType.Flag flag) {
            return ofFlag(flag.no(), flag.yes());
        }
        if (type instanceof ColumnType.Identifiers identifiers) {
            return ofIdentifiers(identifiers, rows);
        }
        if (type instanceof ColumnType.Categories categories) {
            return Texts.of(categories.values());
        }
        if (type instanceof ColumnType.Constant constant) {
            String value = constant.value();
            if (value.isEmpty()) {
                return new Nothing();
            }
            return PLAIN_NUMBER.matcher(value).matches()
                    ? new Numbers(new BigDecimal(value), new BigDecimal(value))
                    : Texts.of(List.of(value));
        }
        throw new IllegalArgumentException("the column " + column.name() + " is left out, so it has no values");
    }

    private static ValueRange ofFlag(String no, String yes) {
        Set<String> words = Set.of(no.toLowerCase(Locale.ROOT), yes.toLowerCase(Locale.ROOT));
        if (words.equals(Set.of("true", "false"))) {
            return new Flags();
        }
        return words.equals(Set.of("0", "1"))
                ? new Numbers(BigDecimal.ZERO, BigDecimal.ONE)
                : Texts.of(List.of(no, yes));
    }

    private static ValueRange ofIdentifiers(ColumnType.Identifiers identifiers, int rows) {
        if (identifiers.rule() == IdentifierRule.COUNT) {
            BigInteger first = new BigInteger(identifiers.form());
            return new Numbers(new BigDecimal(first), new BigDecimal(first.add(BigInteger.valueOf(rows))));
        }
        return identifiers.rule() == IdentifierRule.UUID
                ? new Texts("12345678-1234-4234-8234-123456789abc".length(), true)
                : Texts.of(List.of(identifiers.form()));
    }
}
