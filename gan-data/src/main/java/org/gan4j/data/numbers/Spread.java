package org.gan4j.data.numbers;

/** Where numbers lie, from one pass over them (Welford's recurrence, which does not cancel). */
final class Spread {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        low = Math.min(low, value);
        high = Math.max(high, value);
        count++;
        double from = value - mean;
        mean += from / count;
        squares += from * (value - mean);
    }

    boolean isWithinOne() {
        return low >= -1 && high <= 1;
    }

    /** The smallest becomes -1 and the largest 1; 0 if all are equal. */
    Line minMax() {
        return new Line((low + high) / 2, high > low ? (high - low) / 2 : 1);
    }

    /** The mean becomes 0 and the standard deviation, that of all numbers, 1; 0 if all are equal. */
    Line standard() {
        double deviation = Math.sqrt(squares / count);
        return new Line(mean, high > low && deviation > 0 ? deviation : 1);
    }
}
