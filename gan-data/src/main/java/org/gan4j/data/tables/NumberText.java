package org.gan4j.data.tables;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as a column writes them.
 *
 * @param decimals the most digits after the point
 * @param padded whether zeros at the end stay
 */
record NumberText(int decimals, boolean padded) {
    String of(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
        if (!padded && decimals > 0) {
            rounded = rounded.stripTrailingZeros();
        }
        return rounded.toPlainString();
    }
}
