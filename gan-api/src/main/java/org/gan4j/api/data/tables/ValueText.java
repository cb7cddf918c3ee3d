package org.gan4j.api.data.tables;

import java.util.Optional;

/** Numbers, dates and times as a column writes them. */
public sealed interface ValueText permits NumberText, MomentText {
    /**
     * Returns the number of a text, for dates and times the seconds.
     *
     * @throws IllegalArgumentException if it has another form
     */
    double parsed(String text);

    /** Returns how a column writes its numbers, dates or times; empty if it holds something else. */
    static Optional<ValueText> of(ColumnType type) {
        if (type instanceof ColumnType.Numbers numbers) {
            return Optional.of(new NumberText(numbers.decimals(), numbers.padded()));
        }
        return type instanceof ColumnType.Moments moments
                ? Optional.of(new MomentText(moments.pattern()))
                : Optional.empty();
    }

    /** Returns the text of a number. */
    String of(double number);
}
