package org.gan4j.api.data.tables;

import java.util.List;

/** What a column of a table holds. */
public sealed interface ColumnType {
    /** Returns a description of one line, such as "whole numbers from 17 to 90". */
    String summary();

    /**
     * Numbers.
     *
     * @param decimals the most digits after the point; 0 for whole numbers
     * @param padded whether every number is written with all of them, such as 2.50
     * @param least the smallest number
     * @param greatest the largest number
     */
    record Numbers(int decimals, boolean padded, double least, double greatest) implements ColumnType {
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
     * @param rare how many other words there are, each of them rare, which are learned as one and written as words drawn from
     *     the frequent ones
     */
    record Categories(List<String> values, List<Double> shares, int rare) implements ColumnType {
        private static final int SHOWN = 4;

        /**
         * Copies the values.
         *
         * @throws IllegalArgumentException if there is not one share for each value
         */
        public Categories {
            values = List.copyOf(values);
            shares = List.copyOf(shares);
            if (values.size() != shares.size()) {
                throw new IllegalArgumentException(
                        values.size() + " categories need as many shares, not " + shares.size());
            }
        }

        @Override
        public String summary() {
            String first = String.join(", ", values.subList(0, Math.min(SHOWN, values.size())));
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
        @Override
        public String summary() {
            return yes + " or " + no;
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
     * @param first the first one, whose form the others have
     */
    record Identifiers(IdentifierRule rule, String first) implements ColumnType {
        @Override
        public String summary() {
            return "identifiers, " + rule.summary() + ", such as " + first;
        }
    }

    /** The same value in each row that has one; none at all if it is empty. */
    record Constant(String value) implements ColumnType {
        @Override
        public String summary() {
            return value.isEmpty() ? "nothing" : "always " + value;
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
