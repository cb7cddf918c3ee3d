package org.gan4j.metrics.clusters;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.metrics.statistics.Draw;
import org.gan4j.metrics.vectors.Pairs;
import org.gan4j.metrics.vectors.Vectors;

/**
 * Clusters by Lloyd's algorithm from the centers that k-means++ draws (<a
 * href="https://dl.acm.org/doi/10.5555/1283383.1283494">Arthur and Vassilvitskii 2007</a>).
 */
public final class KMeans {
    private static final int MOST_STEPS = 50;
    private static final double ENOUGH = 1e-4;

    private final Vectors points;
    private final int[] nearest;
    private final double[] squares;

    private KMeans(Vectors points) {
        this.points = points;
        this.nearest = new int[points.count()];
        this.squares = new double[points.count()];
    }

    /**
     * Returns the cluster of each point; there may be fewer clusters if points are equal.
     *
     * @param points the points
     * @param clusters the number of clusters, at least 1
     * @param draw draws the first centers
     */
    public static int[] of(Vectors points, int clusters, Draw draw) {
        KMeans means = new KMeans(points);
        Vectors centers = means.drawn(clusters, draw);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double sum = means.assign(centers);
            if (!(before - sum > ENOUGH * sum)) {
                break;
            }
            before = sum;
            centers = means.moved(centers);
        }
        return means.nearest;
    }

    /** Draws centers, each with a probability in proportion to its squared distance from those before. */
    private Vectors drawn(int clusters, Draw draw) {
        int[] chosen = {draw.below(points.count())};
        double[] weights = new double[points.count()];
        Arrays.fill(weights, Double.POSITIVE_INFINITY);
        while (chosen.length < clusters) {
            Pairs.squaredDistances(points.chosen(chosen[chosen.length - 1]), points, (i, distances) -> {
                for (int j = 0; j < weights.length; j++) {
                    weights[j] = Math.min(weights[j], distances[j]);
                }
            });
            double rest = draw.uniform() * Arrays.stream(weights).sum();
            int at = 0;
            while (at < weights.length - 1 && rest >= weights[at]) {
                rest -= weights[at++];
            }
            chosen = Arrays.copyOf(chosen, chosen.length + 1);
            chosen[chosen.length - 1] = at;
        }
        return points.chosen(chosen);
    }

    /** Assigns points to their nearest centers, and returns the sum of their squared distances. */
    private double assign(Vectors centers) {
        int parts = 64; // rather many, so that threads share the work
        int size = (points.count() + parts - 1) / parts;
        IntStream.range(0, parts).parallel().forEach(part -> {
            int from = Math.min(points.count(), part * size);
            int to = Math.min(points.count(), from + size);
            assign(centers, from, to);
        });
        return Arrays.stream(squares).sum();
    }

    private void assign(Vectors centers, int from, int to) {
        double[] sums = new double[to - from];
        Arrays.fill(squares, from, to, Double.POSITIVE_INFINITY);
        for (int c = 0; c < centers.count(); c++) {
            Arrays.fill(sums, 0);
            Pairs.addSquaredDistances(centers, c, points, from, sums);
            for (int i = from; i < to; i++) {
                if (sums[i - from] < squares[i]) {
                    squares[i] = sums[i - from];
                    nearest[i] = c;
                }
            }
        }
    }

    /** Returns the means of the clusters; a center without points stays. */
    private Vectors moved(Vectors centers) {
        int[] counts = new int[centers.count()];
        for (int cluster : nearest) {
            counts[cluster]++;
        }
        double[][] means = new double[centers.count()][points.width()];
        for (int f = 0; f < points.width(); f++) {
            for (int i = 0; i < points.count(); i++) {
                means[nearest[i]][f] += points.get(i, f);
            }
            for (int c = 0; c < counts.length; c++) {
                means[c][f] = counts[c] == 0 ? centers.get(c, f) : means[c][f] / counts[c];
            }
        }
        return Vectors.of(means);
    }
}
