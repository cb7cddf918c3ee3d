package org.gan4j.metrics;

import java.util.Arrays;

/**
 * A ball around each vector of a set, as far as its k-th nearest neighbour in that set: together they stand for where
 * the set's distribution has its mass.
 *
 * @param squaredRadii one for each centre
 */
record Balls(Vectors centres, double[] squaredRadii) {
    /** Of equal vectors each is a neighbour of the others, at distance 0. */
    static Balls of(Vectors centres, int neighbours) {
        double[] radii = new double[centres.count()];
        // each vector is also its own nearest, so the k-th other one is number k, counted from 0
        Pairs.squaredDistances(centres, centres, (i, distances) -> radii[i] = smallest(distances, neighbours));
        return new Balls(centres, radii);
    }

    /** The number that would be at this place if they were sorted. */
    private static double smallest(double[] values, int place) {
        double[] least = new double[place + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (double value : values) {
            int at = place;
            if (value >= least[at]) {
                continue;
            }
            while (at > 0 && least[at - 1] > value) {
                least[at] = least[at - 1];
                at--;
            }
            least[at] = value;
        }
        return least[place];
    }
}
