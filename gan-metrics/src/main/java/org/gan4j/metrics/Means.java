package org.gan4j.metrics;

import java.util.Arrays;

/** Means and their errors, added up in order. */
final class Means {
    private Means() {}

    static double of(int[] counts) {
        return Arrays.stream(counts).asLongStream().sum() / (double) counts.length;
    }

    static double of(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The standard error of the mean: √(Σ (v − mean)² / (n (n − 1))). */
    static double error(double[] values) {
        double mean = of(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length / (values.length - 1));
    }
}
