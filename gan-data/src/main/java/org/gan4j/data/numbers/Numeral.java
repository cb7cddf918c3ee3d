package org.gan4j.data.numbers;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Decimal numbers as text, and texts that may be meant as numbers. */
public final class Numeral {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d++\\.?+\\d*+|\\.\\d++)([eE][-+]?\\d++)?+");
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d++");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?(nan|inf|infinity)");
    /** What people and programs write for numbers that are missing. */
    private static final Pattern MISSING =
            Pattern.compile("(?i)1\\.#.*|#.*!|#?n/?a|null|none|nil|missing|unknown|\\?|-+|\\.+");
    /** Text that begins as a number does and has no words: 0,5 and 1_000 and 0x1F and 2f and 12:30 and 5%. */
    private static final Pattern ALMOST =
            Pattern.compile("[-+]?(0[xX]\\p{XDigit}+|[.,]?\\d[\\d.,_'\\s:/+-]*+[fFlL%]?)");

    private Numeral() {}

    /** Returns the number, which may be infinite if it is too large; empty if the text is none. */
    public static OptionalDouble parsed(String text) {
        return DECIMAL.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    static boolean isWhole(String text) {
        return WHOLE.matcher(text).matches();
    }

    /** Returns whether a text is a word for infinity or not-a-number. */
    static boolean isNotFinite(String text) {
        return NOT_FINITE.matcher(text).matches();
    }

    /** Returns whether a text that is no number is likely meant as one, or as a missing one. */
    static boolean isBroken(String text) {
        return parsed(text).isEmpty()
                && (isNotFinite(text)
                        || MISSING.matcher(text).matches()
                        || ALMOST.matcher(text).matches());
    }

    /** Returns an ending of a message about a text that is no number: the likely reason, or nothing. */
    static String hint(String text) {
        if (text.matches("[-+]?\\d*,\\d+.*")) {
            return "; write a decimal point in place of the comma, and no separator of thousands";
        }
        return text.contains(";") || text.contains("\t")
                ? ", or set the separator, which does not seem to be a comma"
                : "";
    }
}
