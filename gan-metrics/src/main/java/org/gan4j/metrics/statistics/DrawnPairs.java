package org.gan4j.metrics.statistics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The mean over pairs of samples that were drawn at random, in which samples and pairs repeat. Pairs that share a sample
 * are not independent. With a deviation e = h(x, x′) − mean of each pair, and S the sum of deviations,
 *
 * <pre>
 * error² = (Σ over samples i of S_i² − Σ over unequal pairs {i, j} of S_ij²) / number of couples of pairs that share none
 * </pre>
 *
 * The numerator is the sum of e e′ over the couples of pairs that share a sample, as in regressions on pairs (<a
 * href="https://doi.org/10.1093/pan/mpv018">Aronow et al. 2015</a>). Couples that share none have no covariance; that
 * there are fewer of them than couples makes up for deviations from the mean of the same pairs. The covariance of two
 * pairs that share one sample is never negative, so that no error is below the one without it.
 */
public final class DrawnPairs {
    /** By 10 samples of a normal distribution, the interval of 95 % contains the mean in 87 of 100 cases; by 5, in 83. */
    private static final int FEWEST_FOR_ERROR = 10;

    private final int[][] pairs;
    private final double[] values;

    /**
     * Creates the mean.
     *
     * @param pairs two unequal samples each, by their numbers
     * @param values the value of each pair, which is the same for both orders
     */
    public DrawnPairs(int[][] pairs, double[] values) {
        this.pairs = pairs.clone();
        this.values = values.clone();
    }

    /** The deviations of the pairs that have something in common. */
    private static final class Shared {
        private double sum;
        private double count;

        private void add(double deviation) {
            sum += deviation;
            count++;
        }
    }

    /** Returns the mean over pairs. */
    public double mean() {
        return Means.of(values);
    }

    /**
     * Returns the standard error of the mean over other samples and other pairs; empty if there are fewer than 10
     * samples, by which it cannot be known.
     *
     * @param samples the number of samples that pairs were drawn of
     */
    public OptionalDouble error(int samples) {
        if (samples < FEWEST_FOR_ERROR) {
            return OptionalDouble.empty();
        }
        Map<Integer, Shared> bySample = new LinkedHashMap<>();
        Map<Long, Shared> byPair = new LinkedHashMap<>();
        double mean = mean();
        for (int p = 0; p < pairs.length; p++) {
            double deviation = values[p] - mean;
            int low = Math.min(pairs[p][0], pairs[p][1]);
            int high = Math.max(pairs[p][0], pairs[p][1]);
            bySample.computeIfAbsent(low, any -> new Shared()).add(deviation);
            bySample.computeIfAbsent(high, any -> new Shared()).add(deviation);
            byPair.computeIfAbsent(((long) low << Integer.SIZE) + high, any -> new Shared())
                    .add(deviation);
        }
        double shared = 0;
        double apart = (double) pairs.length * pairs.length;
        for (Shared each : bySample.values()) {
            shared += each.sum * each.sum;
            apart -= each.count * each.count;
        }
        double variance = 0;
        double repeated = 0;
        for (Shared each : byPair.values()) {
            shared -= each.sum * each.sum;
            apart += each.count * each.count;
            variance += each.sum * each.sum / each.count;
            repeated += each.count * each.count;
        }
        int distinct = byPair.size();
        if (distinct < 2 || apart <= 0) {
            return OptionalDouble.empty();
        }
        double least = variance / pairs.length * distinct / (distinct - 1) * repeated / pairs.length / pairs.length;
        return OptionalDouble.of(Math.sqrt(Math.max(shared / apart, least)));
    }
}
