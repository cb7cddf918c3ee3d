package org.gan4j.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Times of two sides that took turns, so that what disturbs a machine for a while disturbs both.
 *
 * @param first milliseconds of each of the first side's steps
 * @param second those of the other's, each right after
 */
public record Pairs(double[] first, double[] second) {
    public Pairs {
        if (first.length == 0 || first.length != second.length) {
            throw new IllegalArgumentException(
                    "pairs need as many times of both sides; there are " + first.length + " and " + second.length);
        }
    }

    public int count() {
        return first.length;
    }

    public double medianFirst() {
        return median(first);
    }

    public double medianSecond() {
        return median(second);
    }

    /** The median of each pair's ratio: below 1, the first side is faster. */
    public double ratio() {
        return median(ratios(0));
    }

    /** The same if each of the second side's steps had taken so many milliseconds more. */
    public double ratio(double more) {
        return median(ratios(more));
    }

    private double[] ratios(double more) {
        return IntStream.range(0, first.length)
                .mapToDouble(i -> first[i] / (second[i] + more))
                .toArray();
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
