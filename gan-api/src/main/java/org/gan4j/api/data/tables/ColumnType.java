package org.gan4j.api.data.tables;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a column of a table holds. */
public sealed interface ColumnType {
    /** Returns a description of one line, such as "whole numbers from 17 to 90". */
    String summary();

    /** Returns a text without control characters, which a terminal would obey. */
    private static String shown(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, not " + share);
        }
    }

    /**
     * Numbers.
     *
     * @param decimals the most digits after the point; 0 for whole numbers
     * @param padded whether every number is written with all of them, such as 2.50
     * @param least the smallest number
     * @param greatest the largest number
     */
    record Numbers(int decimals, boolean padded, double least, double greatest) implements ColumnType {
        /** The most digits after the point: more than a double tells apart. */
        public static final int MOST_DECIMALS = 340;

        /**
         * Validates the numbers.
         *
         * @throws IllegalArgumentException if the decimals are out of range, or the range is none
         */
        public Numbers {
            if (decimals < 0 || decimals > MOST_DECIMALS) {
                throw new IllegalArgumentException(
                        "numbers have from 0 to " + MOST_DECIMALS + " decimals, not " + decimals);
            }
            if (!Double.isFinite(least) || !Double.isFinite(greatest) || least > greatest) {
                throw new IllegalArgumentException("numbers need a range, not from " + least + " to " + greatest);
            }
        }

        @Override
        public String summary() {
            NumberText text = new NumberText(decimals, padded);
            String kind = decimals == 0
                    ? "whole numbers"
                    : "numbers with " + decimals + (decimals == 1 ? " decimal" : " decimals");
            return kind + " from " + text.of(least) + " to " + text.of(greatest);
        }
    }

    /**
     * Words that occur again and again, such as the names of countries.
     *
     * @param values the words, the most frequent first
     * @param shares the share of each among the rows that have a value
     * @param rare how many other words there are, which are learned as one; in its place, one of the values is written, drawn by
     *     their shares
     */
    record Categories(List<String> values, List<Double> shares, int rare) implements ColumnType {
        private static final int SHOWN = 4;

        /**
         * Copies the values.
         *
         * @throws IllegalArgumentException if there is no value, one comes twice, or there is not one share for each value
         */
        public Categories {
            values = List.copyOf(values);
            shares = List.copyOf(shares);
            if (values.isEmpty() || values.size() != shares.size() || rare < 0) {
                throw new IllegalArgumentException(
                        "categories need values, a share of each, and a number of rare ones, not " + values.size()
                                + " values, " + shares.size() + " shares and " + rare);
            }
            if (Set.copyOf(values).size() < values.size()) {
                throw new IllegalArgumentException("two categories are the same");
            }
            shares.forEach(ColumnType::requireShare);
        }

        @Override
        public String summary() {
            String first = shown(String.join(", ", values.subList(0, Math.min(SHOWN, values.size()))));
            return values.size() + " categories: " + first + (values.size() > SHOWN ? ", ..." : "")
                    + (rare == 0 ? "" : "; " + rare + " rare ones are left out");
        }
    }

    /**
     * Yes or no, in the words of the column.
     *
     * @param no the word for no, such as "false" or "0"
     * @param yes the word for yes
     * @param share the share of yes among the rows that have a value
     */
    record Flag(String no, String yes, double share) implements ColumnType {
        /**
         * Validates the words and the share.
         *
         * @throws IllegalArgumentException if both words are the same, or the share is none
         */
        public Flag {
            if (no.equals(yes)) {
                throw new IllegalArgumentException("yes and no need two words, not twice " + yes);
            }
            requireShare(share);
        }

        @Override
        public String summary() {
            return shown(yes + " or " + no);
        }
    }

    /**
     * Dates, times of a day, or both.
     *
     * @param pattern the form, as {@link java.time.format.DateTimeFormatter} writes it
     * @param least the earliest, in seconds since 1970, or since midnight if there is no date
     * @param greatest the latest
     */
    record Moments(String pattern, long least, long greatest) implements ColumnType {
        /**
         * Validates the form and the range.
         *
         * @throws IllegalArgumentException if there is no such form, or it cannot write the range
         */
        public Moments {
            MomentText text = new MomentText(pattern);
            if (least > greatest) {
                throw new IllegalArgumentException("dates need a range, not from " + least + " to " + greatest);
            }
            text.of(least);
            text.of(greatest);
        }

        @Override
        public String summary() {
            MomentText text = new MomentText(pattern);
            return text.kind() + " from " + text.of(least) + " to " + text.of(greatest);
        }
    }

    /**
     * Names of rows, which are made by rule and never learned.
     *
     * @param rule how new ones are made
     * @param form what the rule needs, and no more of the table: the number to count from; the form, in which A and a stand for
     *     letters and 0 for digits; empty for UUIDs
     */
    record Identifiers(IdentifierRule rule, String form) implements ColumnType {
        private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,100}");

        /**
         * Validates the form.
         *
         * @throws IllegalArgumentException if it is no whole number, but numbers count from it
         */
        public Identifiers {
            if (rule == IdentifierRule.COUNT && !WHOLE.matcher(form).matches()) {
                throw new IllegalArgumentException("identifiers count from a whole number, not from " + form);
            }
        }

        /** Returns how many different ones the rule makes. */
        public BigInteger different() {
            return rule == IdentifierRule.FORM
                    ? form.codePoints()
                            .mapToObj(Identifiers::letters)
                            .map(BigInteger::valueOf)
                            .reduce(BigInteger.ONE, BigInteger::multiply)
                    : BigInteger.TWO.pow(122); // the random bits of a UUID; numbers count on
        }

        /** Returns how many letters may stand in place of one of a form. */
        static int letters(int of) {
            return of == '0' ? 10 : of == 'A' || of == 'a' ? 26 : 1;
        }

        @Override
        public String summary() {
            return "identifiers, " + rule.summary();
        }
    }

    /**
     * The identifiers of rows of a parent table, which are those of the rows that are made for it.
     *
     * @param table the name of the parent table
     * @param key the column of the parent table that they name
     */
    record Reference(String table, String key) implements ColumnType {
        @Override
        public String summary() {
            return "references to " + shown(table + "." + key);
        }
    }

    /** The same value in each row that has one; none at all if it is empty. */
    record Constant(String value) implements ColumnType {
        @Override
        public String summary() {
            return value.isEmpty() ? "nothing" : "always " + shown(value);
        }
    }

    /** Free text, which is left out. */
    record FreeText() implements ColumnType {
        @Override
        public String summary() {
            return "free text, which is left out";
        }
    }
}
