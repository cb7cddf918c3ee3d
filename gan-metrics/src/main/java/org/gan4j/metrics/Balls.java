package org.gan4j.metrics;

import java.util.Arrays;

/**
 * A ball around each vector of a set, as far as its k-th nearest neighbor in that set: together they stand for where
 * the set's distribution has its mass.
 */
final class Balls {
    private final Vectors centers;
    private final double[] squaredRadii;

    private Balls(Vectors centers, double[] squaredRadii) {
        this.centers = centers;
        this.squaredRadii = squaredRadii;
    }

    /** Of equal vectors each is a neighbor of the others, at distance 0. */
    static Balls of(Vectors centers, int neighbors) {
        double[] radii = new double[centers.count()];
        // each vector is also its own nearest, so the k-th other one is number k, counted from 0
        Pairs.squaredDistances(centers, centers, (i, distances) -> radii[i] = smallest(distances, neighbors));
        return new Balls(centers, radii);
    }

    Vectors centers() {
        return centers;
    }

    /** How far the ball around this center reaches, squared. */
    double squaredRadius(int center) {
        return squaredRadii[center];
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
