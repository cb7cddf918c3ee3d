package org.gan4j.api.data.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Numbers as a column writes them.
 *
 * @param decimals the most digits after the point
 * @param padded whether zeros at the end stay
 */
record NumberText(int decimals, boolean padded) implements ValueText {
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d++\\.?+\\d*+|\\.\\d++)([eE][-+]?\\d++)?+");

    @Override
    public double parsed(String text) {
        if (!DECIMAL.matcher(text).matches() || Double.isInfinite(Double.parseDouble(text))) {
            throw new IllegalArgumentException("'" + text + "' is not a number");
        }
        return Double.parseDouble(text);
    }

    @Override
    public String of(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
        if (!padded && decimals > 0) {
            rounded = rounded.stripTrailingZeros();
        }
        return rounded.toPlainString();
    }
}
