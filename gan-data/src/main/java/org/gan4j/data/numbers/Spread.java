package org.gan4j.data.numbers;

/** The range, mean and deviation of numbers in one pass, by Welford's recurrence, which avoids cancellation. */
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

    /** Returns the scaling of the smallest to -1 and the largest to 1; equal numbers become 0. */
    Line minMax() {
        return new Line((low + high) / 2, high > low ? (high - low) / 2 : 1);
    }

    /** Returns the scaling to mean 0 and population standard deviation 1; equal numbers become 0. */
    Line standard() {
        double deviation = Math.sqrt(squares / count);
        return new Line(mean, high > low && deviation > 0 ? deviation : 1);
    }
}
