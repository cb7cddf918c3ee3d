package org.gan4j.cli.rating.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Krippendorff's alpha, the agreement of raters beyond chance: α = 1 − Dₒ/Dₑ, the observed disagreement over that expected by
 * chance (Krippendorff 2011, <a href="https://repository.upenn.edu/asc_papers/43">Computing Krippendorff's
 * Alpha-Reliability</a>). 1 is perfect agreement, and 0 that of chance. Ratings may be missing.
 */
public enum KrippendorffAlpha {
    /** Two ratings are equal, or they are not. */
    NOMINAL {
        @Override
        double distance(double[] counts, int low, int high) {
            return 1;
        }
    },

    /** The more ratings lie between two, the further apart they are. */
    ORDINAL {
        @Override
        double distance(double[] counts, int low, int high) {
            double between = -(counts[low] + counts[high]) / 2;
            for (int i = low; i <= high; i++) {
                between += counts[i];
            }
            return between * between;
        }
    };

    /**
     * Returns the squared distance of two different values.
     *
     * @param counts how often each value occurs, in the order of the values
     */
    abstract double distance(double[] counts, int low, int high);

    /** Returns α; NaN if no item has two ratings, or all ratings are equal. */
    public double of(List<Rating> ratings) {
        double[] values =
                ratings.stream().mapToDouble(Rating::value).distinct().sorted().toArray();
        double[][] coincidences = coincidences(ratings, values);
        double[] counts = new double[values.length];
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            for (double pairs : coincidences[i]) {
                counts[i] += pairs;
                all += pairs;
            }
        }
        double observed = 0;
        double expected = 0;
        for (int low = 0; low < values.length; low++) {
            for (int high = low + 1; high < values.length; high++) {
                double distance = distance(counts, low, high);
                observed += coincidences[low][high] * distance;
                expected += counts[low] * counts[high] * distance;
            }
        }
        return expected == 0 ? Double.NaN : 1 - (all - 1) * observed / expected;
    }

    /** Returns how often two values are given to one item: each pair of m ratings of an item counts 1/(m − 1). */
    private static double[][] coincidences(List<Rating> ratings, double[] values) {
        Map<Double, Integer> index = new TreeMap<>();
        for (double value : values) {
            index.put(value, index.size());
        }
        Map<String, int[]> items = new LinkedHashMap<>();
        for (Rating rating : ratings) {
            items.computeIfAbsent(rating.item(), any -> new int[values.length])[index.get(rating.value())]++;
        }
        double[][] coincidences = new double[values.length][values.length];
        for (int[] counts : items.values()) {
            int rated = 0;
            for (int count : counts) {
                rated += count;
            }
            for (int a = 0; a < values.length && rated > 1; a++) {
                for (int b = 0; b < values.length; b++) {
                    coincidences[a][b] += (double) counts[a] * (counts[b] - (a == b ? 1 : 0)) / (rated - 1);
                }
            }
        }
        return coincidences;
    }
}
