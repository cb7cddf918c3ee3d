package org.gan4j.metrics.statistics;

import java.util.Locale;

/** Numbers as tables print them. */
public final class Decimals {
    private Decimals() {}

    /** Returns a number with four decimals; one that they do not tell from 0 has no sign. */
    public static String of(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.equals("-0.0000") ? "0.0000" : text;
    }

    /** Returns a number with its standard error, if it has one. */
    public static String of(double value, Double error) {
        return error == null ? of(value) : of(value) + " ± " + of(error);
    }
}
