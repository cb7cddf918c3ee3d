package org.gan4j.metrics;

import java.util.Arrays;

/**
 * A ball around each vector of a set, as far as its k-th nearest neighbour in that set: together they stand for where
 * the set's distribution has its mass.
 */
final class Balls {
    private final Vectors centres;
    private final double[] squaredRadii;

    private Balls(Vectors centres, double[] squaredRadii) {
        this.centres = centres;
        this.squaredRadii = squaredRadii;
    }

    /** Of equal vectors each is a neighbour of the others, at distance 0. */
    static Balls of(Vectors centres, int neighbours) {
        double[] radii = new double[centres.count()];
        // each vector is also its own nearest, so the k-th other one is number k, counted from 0
        Pairs.squaredDistances(centres, centres, (i, distances) -> radii[i] = smallest(distances, neighbours));
        return new Balls(centres, radii);
    }

    Vectors centres() {
        return centres;
    }

    /** How far the ball around this centre reaches, squared. */
    double squaredRadius(int centre) {
        return squaredRadii[centre];
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
