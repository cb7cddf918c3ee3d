package org.gan4j.metrics.statistics;

import java.util.Arrays;

/** Means and standard errors, summed in order. */
public final class Means {
    private Means() {}

    public static double of(int[] counts) {
        return Arrays.stream(counts).asLongStream().sum() / (double) counts.length;
    }

    public static double of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Returns Σ (v − mean)². */
    public static double squaredDeviations(double[] values) {
        double mean = of(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }

    /** Returns the standard error of the mean: √(Σ (v − mean)² / (n (n − 1))). */
    public static double error(double[] values) {
        return Math.sqrt(squaredDeviations(values) / values.length / (values.length - 1));
    }
}
