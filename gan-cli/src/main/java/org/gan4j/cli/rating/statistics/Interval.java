package org.gan4j.cli.rating.statistics;

/**
 * An interval of 95 % confidence; both ends are NaN if the ratings are too few to tell.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {
    /** The interval of which nothing is known. */
    static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** Returns whether there is an interval. */
    public boolean isKnown() {
        return !Double.isNaN(low);
    }

    /** Returns the part of this interval that lies between two values. */
    public Interval within(double least, double most) {
        return isKnown() ? new Interval(Math.max(least, low), Math.min(most, high)) : this;
    }
}
