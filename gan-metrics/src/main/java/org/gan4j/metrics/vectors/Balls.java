package org.gan4j.metrics.vectors;

import java.util.Arrays;

/**
 * A ball around each vector of a set, whose radius is the distance to the vector's k-th nearest neighbor in that set.
 * Together the balls approximate the support of the set's distribution.
 */
public final class Balls {
    private final Vectors centers;
    private final double[] squaredRadii;

    private Balls(Vectors centers, double[] squaredRadii) {
        this.centers = centers;
        this.squaredRadii = squaredRadii;
    }

    /** Returns the balls around vectors; equal vectors are neighbors at distance 0. */
    public static Balls of(Vectors centers, int neighbors) {
        double[] radii = new double[centers.count()];
        // each vector is its own nearest neighbor, so the k-th other one has index k
        Pairs.squaredDistances(centers, centers, (i, distances) -> radii[i] = smallest(distances, neighbors));
        return new Balls(centers, radii);
    }

    public Vectors centers() {
        return centers;
    }

    /** Returns the squared radius of the ball around a center. */
    public double squaredRadius(int center) {
        return squaredRadii[center];
    }

    /** Returns the value that would have this index if the values were sorted. */
    private static double smallest(double[] values, int index) {
        double[] least = new double[index + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (double value : values) {
            int at = index;
            if (value >= least[at]) {
                continue;
            }
            while (at > 0 && least[at - 1] > value) {
                least[at] = least[at - 1];
                at--;
            }
            least[at] = value;
        }
        return least[index];
    }
}
