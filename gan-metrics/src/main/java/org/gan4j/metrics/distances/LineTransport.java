package org.gan4j.metrics.distances;

import java.util.Arrays;

/**
 * Optimal transport between two sets of numbers, x and y, under squared distances: the i-th smallest goes to the i-th
 * smallest, and quantiles to quantiles if the counts differ.
 */
final class LineTransport {
    private final double[] x;
    private final double[] y;
    private final int[] orderX;
    private final int[] orderY;

    LineTransport(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.orderX = order(x);
        this.orderY = order(y);
    }

    /**
     * Returns the indices of values in ascending order. The order is that of the values as floats, whose bits leave
     * room for the index in one sorted number: values closer than a float can tell may be exchanged.
     */
    private static int[] order(double[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits((float) values[i]);
            keys[i] = (long) (bits ^ bits >> 31 & Integer.MAX_VALUE) << 32 | i; // negative floats count backwards
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    /** Returns the squared 2-Wasserstein distance. */
    double cost() {
        long m = x.length;
        long n = y.length;
        double cost = 0;
        long at = 0; // in parts of 1 / (m n)
        for (int i = 0, j = 0; i < m && j < n; ) {
            long end = Math.min((i + 1) * n, (j + 1) * m);
            double distance = x[orderX[i]] - y[orderY[j]];
            cost += distance * distance * (end - at);
            at = end;
            i += end == (i + 1) * n ? 1 : 0;
            j += end == (j + 1) * m ? 1 : 0;
        }
        return cost / m / n;
    }

    /** Adds the Kantorovich potential of each number, up to a constant: the change of the cost with its weight. */
    void addPotentials(double[] ofX, double[] ofY) {
        addPotentials(x, orderX, y, orderY, ofX);
        addPotentials(y, orderY, x, orderX, ofY);
    }

    /** The derivative of the potential is 2 (x − T(x)), where T is the map; it is constant between neighbors. */
    private static void addPotentials(double[] x, int[] order, double[] y, int[] others, double[] sums) {
        double potential = 0;
        for (int i = 1; i < x.length; i++) {
            double low = x[order[i - 1]];
            double high = x[order[i]];
            potential += (high - low) * (high + low - 2 * quantile(y, others, i, x.length));
            sums[order[i]] += potential;
        }
    }

    /** Returns the quantile at part / parts: the mean of two numbers if it is between them. */
    private static double quantile(double[] y, int[] order, int part, int parts) {
        long at = (long) part * y.length;
        int index = (int) (at / parts);
        return at % parts == 0 ? (y[order[index - 1]] + y[order[index]]) / 2 : y[order[index]];
    }
}
