package org.gan4j.metrics.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A comparison of two groups of numbers by their ranks. U counts the pairs in which the number of the first group is the
 * larger one; a tie counts half.
 *
 * <pre>
 * AUC = U / nm                                           the probability that the first is larger
 * z   = (U − nm/2) / √(nm/12 · (N + 1 − Σ (t³ − t) / (N (N − 1))))       N = n + m, t the sizes of groups of ties
 * </pre>
 *
 * <p>z is that of the Mann–Whitney test, without a correction for continuity: about normal with deviation 1 if both
 * groups are of one distribution, and 0 if all numbers are equal. The interval of the AUC at a confidence of 95 % is that
 * of <a href="https://doi.org/10.2307/2531595">DeLong et al. 1988</a>: with the share of second numbers below each first
 * number, and of first numbers above each second one, the variance is the sum of both shares' variances, each divided by
 * its count. It has no width where the groups do not overlap.
 *
 * @param auc the area under the curve of TPR against FPR, from 0 to 1
 * @param error the standard error of the AUC; NaN if a group has one number only
 * @param z the normal deviate of the test
 */
public record RankComparison(double auc, double error, double z) {
    private static final double Z = 1.959963984540054;

    /**
     * Compares two groups.
     *
     * @throws IllegalArgumentException if a group is empty, or a number is NaN
     */
    public static RankComparison of(double[] first, double[] second) {
        int n = first.length;
        int m = second.length;
        if (n == 0 || m == 0) {
            throw new IllegalArgumentException(
                    "two groups of numbers are compared, and one has none: pass at least one");
        }
        double[] all = new double[n + m];
        System.arraycopy(first, 0, all, 0, n);
        System.arraycopy(second, 0, all, n, m);
        if (Arrays.stream(all).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a number to be ranked is NaN: leave it out, or find out why");
        }
        double[] ranks = ranks(all);
        double sum = Arrays.stream(ranks, 0, n).sum();
        double pairs = (double) n * m;
        double u = sum - n * (n + 1.0) / 2;
        double total = n + m;
        double variance = pairs / 12 * (total + 1 - ties(all) / (total * (total - 1)));
        double z = variance > 0 ? (u - pairs / 2) / Math.sqrt(variance) : 0;
        return new RankComparison(u / pairs, deLong(first, second, ranks), z);
    }

    /** Returns the ranks from 1; equal numbers have the mean of theirs. */
    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double ties(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double t = to - from;
            sum += t * t * t - t;
            from = to;
        }
        return sum;
    }

    private static double deLong(double[] first, double[] second, double[] ranks) {
        double[] within = ranks(first);
        double[] withinSecond = ranks(second);
        double[] below = new double[first.length];
        for (int i = 0; i < below.length; i++) {
            below[i] = (ranks[i] - within[i]) / second.length;
        }
        double[] above = new double[second.length];
        for (int i = 0; i < above.length; i++) {
            above[i] = 1 - (ranks[first.length + i] - withinSecond[i]) / first.length;
        }
        return Math.sqrt(variance(below) / below.length + variance(above) / above.length);
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    /** Returns the lower end of the interval of the AUC; 0 if it is unknown. */
    public double low() {
        return Double.isNaN(error) ? 0 : Math.max(0, auc - Z * error);
    }

    /** Returns the upper end of the interval of the AUC; 1 if it is unknown. */
    public double high() {
        return Double.isNaN(error) ? 1 : Math.min(1, auc + Z * error);
    }
}
