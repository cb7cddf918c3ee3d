package org.gan4j.cli.study;

import java.util.List;
import java.util.Locale;

/**
 * The mean of the values of several seeds, and their standard deviation (with n - 1).
 *
 * @param deviation NaN for a single value
 */
record Spread(double mean, double deviation) {
    static Spread of(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return new Spread(mean, values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1)));
    }

    @Override
    public String toString() {
        if (Double.isNaN(mean)) {
            return "-";
        }
        return Double.isNaN(deviation) ? number(mean) : number(mean) + " ± " + number(deviation);
    }

    /** Formats a number with about four digits. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size > 0 && size < 0.001) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        return String.format(Locale.ROOT, size < 10 ? "%.4f" : "%.1f", value);
    }
}
