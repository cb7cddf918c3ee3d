package org.gan4j.data.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.gan4j.data.numbers.Numeral;

/**
 * Numbers as a column writes them.
 *
 * @param decimals the most digits after the point
 * @param padded whether zeros at the end stay
 */
record NumberText(int decimals, boolean padded) implements ValueText {
    @Override
    public double parsed(String text) {
        double number = Numeral.parsed(text).orElse(Double.NaN);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("'" + text + "' is not a number");
        }
        return number;
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
