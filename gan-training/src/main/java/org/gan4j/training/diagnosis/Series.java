package org.gan4j.training.diagnosis;

import java.util.Arrays;

/**
 * The latest values of a metric, with two numbers to compare them with.
 *
 * @param recent the latest values, the oldest first, at most {@value MetricsHistory#LONGEST}
 * @param first the median of the first {@value MetricsHistory#FIRST} values of the phase
 * @param peak the largest median of {@value MetricsHistory#WINDOW} values in a row so far
 */
public record Series(double[] recent, double first, double peak) {
    /** Returns the median of the latest values; NaN if there are fewer. */
    public double median(int count) {
        return count > recent.length ? Double.NaN : median(latest(count));
    }

    /** Returns the latest values, or all if there are fewer. */
    public double[] latest(int count) {
        return Arrays.copyOfRange(recent, Math.max(0, recent.length - count), recent.length);
    }

    /** Returns the median of values; the mean of the two in the middle if their number is even. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
