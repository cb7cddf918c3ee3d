package org.gan4j.tables.values;

import org.gan4j.metrics.statistics.RankComparison;
import org.gan4j.metrics.statistics.Share;
import org.gan4j.metrics.statistics.ShareDifference;

/**
 * A number, and its interval at a confidence of 95 %.
 *
 * @param value the number
 * @param low the lower end; NaN if there is no interval
 * @param high the upper end; NaN if there is no interval
 */
public record Estimate(double value, double low, double high) {
    /** Returns a number without an interval. */
    public static Estimate of(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    /** Returns the AUC of a comparison. */
    public static Estimate of(RankComparison ranks) {
        return new Estimate(ranks.auc(), ranks.low(), ranks.high());
    }

    /** Returns a share. */
    public static Estimate of(Share share) {
        return new Estimate(share.value(), share.low(), share.high());
    }

    /** Returns a difference of shares. */
    public static Estimate of(ShareDifference difference) {
        return new Estimate(difference.value(), difference.low(), difference.high());
    }

    /** Returns whether there is an interval. */
    public boolean hasInterval() {
        return !Double.isNaN(low);
    }
}
