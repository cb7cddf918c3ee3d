package org.gan4j.metrics;

import java.util.Arrays;

/** Means, added up in order. */
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
}
