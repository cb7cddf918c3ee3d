package org.gan4j.api.data.tables;

/** Numbers, dates and times as a column writes them. */
public sealed interface ValueText permits NumberText, MomentText {
    /**
     * Returns the number of a text, for dates and times the seconds.
     *
     * @throws IllegalArgumentException if it has another form
     */
    double parsed(String text);

    /** Returns the text of a number. */
    String of(double number);
}
