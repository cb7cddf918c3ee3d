package org.gan4j.metrics.topology;

import java.util.Arrays;

/**
 * The witness complex of landmarks up to triangles (<a href="https://doi.org/10.2312/SPBG/SPBG04/157-166">de Silva and
 * Carlsson 2004</a>), with the scale α at which each edge and triangle appears. A witness w sees a simplex at
 *
 * <pre>
 * α_w = max(0, the largest distance from w to a vertex − the smallest distance from w to another landmark)
 * </pre>
 *
 * and the simplex appears when the first witness sees it, but not before its edges do.
 */
final class WitnessComplex {
    private final int landmarks;
    private final double largest;
    private final double[] edges;
    private final double[] triangles;

    /**
     * Creates the complex of landmarks without witnesses.
     *
     * @param largest the largest α; later simplices never appear
     */
    WitnessComplex(int landmarks, double largest) {
        this.landmarks = landmarks;
        this.largest = largest;
        this.edges = new double[landmarks * (landmarks - 1) / 2];
        this.triangles = new double[landmarks * (landmarks - 1) * (landmarks - 2) / 6];
        Arrays.fill(edges, Double.POSITIVE_INFINITY);
        Arrays.fill(triangles, Double.POSITIVE_INFINITY);
    }

    /** Returns the complex of a table of distances, one row per landmark and one column per witness. */
    static WitnessComplex of(double[][] distances, double largest) {
        WitnessComplex complex = new WitnessComplex(distances.length, largest);
        double[] seen = new double[distances.length];
        for (int witness = 0; witness < distances[0].length; witness++) {
            for (int l = 0; l < seen.length; l++) {
                seen[l] = distances[l][witness];
            }
            complex.add(seen);
        }
        return complex;
    }

    /** Adds what a witness sees at its distances from the landmarks. */
    void add(double[] distances) {
        int[] near = nearest(distances);
        double[] d = new double[near.length];
        for (int i = 0; i < near.length; i++) {
            d[i] = distances[near[i]];
        }
        for (int i = 0; i < near.length; i++) {
            for (int j = i + 1; j < near.length; j++) {
                double bound = i > 0 ? d[0] : j > 1 ? d[1] : Double.POSITIVE_INFINITY;
                if (d[j] - bound > largest) {
                    break;
                }
                lower(edges, edge(near[i], near[j]), d[j] - bound);
                for (int k = j + 1; k < near.length; k++) {
                    double outside = bound < Double.POSITIVE_INFINITY ? bound : k > 2 ? d[2] : Double.POSITIVE_INFINITY;
                    if (d[k] - outside > largest) {
                        break;
                    }
                    lower(triangles, triangle(near[i], near[j], near[k]), d[k] - outside);
                }
            }
        }
    }

    private static void lower(double[] values, int index, double value) {
        values[index] = Math.min(values[index], Math.max(0, value));
    }

    /** Returns the landmarks that can be in a simplex this witness sees, nearest first. */
    private int[] nearest(double[] distances) {
        double fourth = Double.POSITIVE_INFINITY;
        if (distances.length > 3) {
            double[] least = {fourth, fourth, fourth, fourth};
            for (double distance : distances) {
                for (int at = 3; at >= 0 && distance < least[at]; at--) {
                    if (at < 3) {
                        least[at + 1] = least[at];
                    }
                    least[at] = distance;
                }
            }
            fourth = least[3];
        }
        int[] near = new int[distances.length];
        int count = 0;
        for (int l = 0; l < distances.length; l++) {
            if (distances[l] <= fourth + largest) {
                int at = count++;
                for (; at > 0 && distances[near[at - 1]] > distances[l]; at--) {
                    near[at] = near[at - 1];
                }
                near[at] = l;
            }
        }
        return Arrays.copyOf(near, count);
    }

    int landmarks() {
        return landmarks;
    }

    /** Returns the α at which an edge appears, or infinity. */
    double edge(int edge) {
        return edges[edge] <= largest ? edges[edge] : Double.POSITIVE_INFINITY;
    }

    /** Returns the α at which the triangle of vertices a {@literal <} b {@literal <} c appears, or infinity. */
    double triangle(int a, int b, int c, double appearsAfter) {
        double own = triangles[triangle(a, b, c)];
        return own <= largest ? Math.max(own, appearsAfter) : Double.POSITIVE_INFINITY;
    }

    /** Returns the index of an edge. */
    static int edge(int a, int b) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        return high * (high - 1) / 2 + low;
    }

    private static int triangle(int a, int b, int c) {
        int low = Math.min(a, Math.min(b, c));
        int high = Math.max(a, Math.max(b, c));
        int middle = a + b + c - low - high;
        return high * (high - 1) * (high - 2) / 6 + edge(low, middle);
    }
}
