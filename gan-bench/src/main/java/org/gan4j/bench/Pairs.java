package org.gan4j.bench;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The times of two sides that took turns, so that a disturbance of the machine affects both.
 *
 * @param first the milliseconds of a step in each turn of the first side
 * @param second the milliseconds of a step in each turn of the second side, directly after the first side's
 */
public record Pairs(double[] first, double[] second) {
    /** @throws IllegalArgumentException if there are no times or the two sides have different numbers of times */
    public Pairs {
        if (first.length == 0 || first.length != second.length) {
            throw new IllegalArgumentException("pairs need at least one time and equally many from both sides, got "
                    + first.length + " and " + second.length);
        }
    }

    /** Returns the number of pairs. */
    public int count() {
        return first.length;
    }

    /** Returns the median time of the first side, in milliseconds. */
    public double medianFirst() {
        return median(first);
    }

    /** Returns the median time of the second side, in milliseconds. */
    public double medianSecond() {
        return median(second);
    }

    /** Returns the median of the pairs' ratios, first / second; below 1, the first side is faster. */
    public double ratio() {
        return median(ratios(0));
    }

    /** Returns the ratio that would result if each time of the second side were {@code more} milliseconds longer. */
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
