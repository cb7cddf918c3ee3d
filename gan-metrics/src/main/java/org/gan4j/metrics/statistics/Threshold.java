package org.gan4j.metrics.statistics;

import java.util.Arrays;

/**
 * The threshold at which positives and negatives differ most.
 *
 * @param value numbers of at least this are taken for positive
 * @param advantage the true positive rate less the false positive rate
 */
public record Threshold(double value, double advantage) {
    /**
     * Returns the best threshold; the largest of equally good ones, and infinity if none is better than guessing.
     *
     * @throws IllegalArgumentException if one of the groups is empty
     */
    public static Threshold best(double[] positives, double[] negatives) {
        if (positives.length == 0 || negatives.length == 0) {
            throw new IllegalArgumentException(
                    "a threshold is chosen between two groups of numbers, and one has none:" + " pass at least one");
        }
        double[] up = sorted(positives);
        double[] down = sorted(negatives);
        Threshold best = new Threshold(Double.POSITIVE_INFINITY, 0);
        long most = 0; // the advantage times both counts, so that equal ones are equal
        int p = up.length;
        int n = down.length;
        while (p > 0) { // only at a positive can the rates' difference grow
            double value = up[p - 1];
            while (p > 0 && up[p - 1] >= value) {
                p--;
            }
            while (n > 0 && down[n - 1] >= value) {
                n--;
            }
            long advantage = (long) (up.length - p) * down.length - (long) (down.length - n) * up.length;
            if (advantage > most) {
                most = advantage;
                best = new Threshold(value, advantage / ((double) up.length * down.length));
            }
        }
        return best;
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
