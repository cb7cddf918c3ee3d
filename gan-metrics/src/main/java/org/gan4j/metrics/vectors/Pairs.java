package org.gan4j.metrics.vectors;

import java.util.stream.IntStream;

/**
 * Computation of one number for each pair of vectors from two sets, one row per vector of the first. The whole matrix,
 * which would take 800 MB for 10,000 vectors each, is never in memory. Several threads share the rows; the numbers do
 * not depend on the distribution of the work.
 */
public final class Pairs {
    /** Rows at a time, so a block of the second set is read once for all of them. */
    private static final int BAND = 16;

    /** Vectors of the second set at a time: 128 of 96 numbers fit into a level-2 cache. */
    private static final int BLOCK = 128;

    private Pairs() {}

    /** A receiver of rows, called by several threads; it must not keep the array, which is reused. */
    public interface Rows {
        void row(int index, double[] values);
    }

    /**
     * The contribution of {@link Vectors#STEP} features at once; one at a time would read and write the sums too often.
     */
    private interface Terms {
        /** Adds the terms of vector i of a and of b's vectors from {@code block} on to {@code sums[block...]}. */
        void add(Vectors a, int i, Vectors b, int block, int feature, double[] sums, int length);
    }

    /** Computes ‖a − b‖² as the sum of squares, which is exactly 0 for equal vectors. */
    public static void squaredDistances(Vectors a, Vectors b, Rows rows) {
        sums(a, b, Pairs::addSquares, rows);
    }

    /** Computes aᵀb. */
    public static void products(Vectors a, Vectors b, Rows rows) {
        sums(a, b, Pairs::addProducts, rows);
    }

    private static void addSquares(Vectors a, int i, Vectors b, int block, int f, double[] sums, int length) {
        double x0 = a.get(i, f);
        double x1 = a.get(i, f + 1);
        double x2 = a.get(i, f + 2);
        double x3 = a.get(i, f + 3);
        double[] y = b.byFeature();
        int at0 = f * b.count() + block;
        int at1 = at0 + b.count();
        int at2 = at1 + b.count();
        int at3 = at2 + b.count();
        for (int j = 0; j < length; j++) {
            double d0 = x0 - y[at0 + j];
            double d1 = x1 - y[at1 + j];
            double d2 = x2 - y[at2 + j];
            double d3 = x3 - y[at3 + j];
            sums[block + j] += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
        }
    }

    private static void addProducts(Vectors a, int i, Vectors b, int block, int f, double[] sums, int length) {
        double x0 = a.get(i, f);
        double x1 = a.get(i, f + 1);
        double x2 = a.get(i, f + 2);
        double x3 = a.get(i, f + 3);
        double[] y = b.byFeature();
        int at0 = f * b.count() + block;
        int at1 = at0 + b.count();
        int at2 = at1 + b.count();
        int at3 = at2 + b.count();
        for (int j = 0; j < length; j++) {
            sums[block + j] += x0 * y[at0 + j] + x1 * y[at1 + j] + x2 * y[at2 + j] + x3 * y[at3 + j];
        }
    }

    private static void sums(Vectors a, Vectors b, Terms terms, Rows rows) {
        IntStream.range(0, (a.count() + BAND - 1) / BAND).parallel().forEach(band -> {
            int first = band * BAND;
            int last = Math.min(a.count(), first + BAND);
            double[][] sums = new double[last - first][b.count()];
            for (int block = 0; block < b.count(); block += BLOCK) {
                int length = Math.min(BLOCK, b.count() - block);
                for (int i = first; i < last; i++) {
                    for (int f = 0; f < a.width(); f += Vectors.STEP) {
                        terms.add(a, i, b, block, f, sums[i - first], length);
                    }
                }
            }
            for (int i = first; i < last; i++) {
                rows.row(i, sums[i - first]);
            }
        });
    }
}
