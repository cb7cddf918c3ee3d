package org.gan4j.metrics.statistics;

import java.util.Locale;

/**
 * The share of some things among all, with an interval that fits few things and shares near 0 and 1, too (<a
 * href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>). With p = count/n and z = 1.96, it contains the
 * true share 95 times of 100:
 *
 * <pre>
 * (p + z²/2n ± z √(p (1 − p)/n + z²/4n²)) / (1 + z²/n)
 * </pre>
 *
 * @param count the number of things counted; a tie may count half
 * @param all the number of all, 1 or more
 */
public record Share(double count, long all) {
    private static final double Z = 1.959963984540054;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is nothing, or more is counted than there is
     */
    public Share {
        if (all < 1 || !(count >= 0 && count <= all)) {
            String counted = count == Math.rint(count) ? String.valueOf((long) count) : String.valueOf(count);
            throw new IllegalArgumentException("there is no share of " + counted + " among " + all
                    + ": count at least 0 and at most all, and there must be one or more");
        }
    }

    /** Returns the share of true values. */
    public static Share of(boolean[] values) {
        int count = 0;
        for (boolean value : values) {
            count += value ? 1 : 0;
        }
        return new Share(count, values.length);
    }

    /** Returns count / all. */
    public double value() {
        return count / all;
    }

    /** Returns the lower end of the interval. */
    public double low() {
        return Math.max(0, center() - half());
    }

    /** Returns the upper end of the interval. */
    public double high() {
        return Math.min(1, center() + half());
    }

    /** Returns the standard error: half the width of the interval, divided by z. It is above 0 for shares 0 and 1, too. */
    public double error() {
        return half() / Z;
    }

    private double center() {
        return (value() + Z * Z / 2 / all) / (1 + Z * Z / all);
    }

    private double half() {
        double p = value();
        return Z * Math.sqrt(p * (1 - p) / all + Z * Z / 4 / all / all) / (1 + Z * Z / all);
    }

    /** Returns the share and its interval in percent, such as "52.0 % (48.9 to 55.1)". */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * value(), 100 * low(), 100 * high());
    }
}
