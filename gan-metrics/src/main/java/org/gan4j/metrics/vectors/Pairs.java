package org.gan4j.metrics.vectors;

import java.util.stream.IntStream;

/**
 * Computation of one number for each pair of vectors from two sets, one row per vector of the first. The whole matrix,
 * which would take 800 MB for 10,000 vectors each, is never in memory. Several threads share the rows; the numbers do
 * not depend on the distribution of the work.
 */
public final class Pairs {
    /** Rows at a time, so a block of the second set is read once for all of them. */
    public static final int BAND = 16;

    /** Vectors of the second set at a time: 128 of 96 numbers fit into a level-2 cache. */
    private static final int BLOCK = 128;

    private Pairs() {}

    /** The number of a pair. */
    public enum Term {
        /** ‖a − b‖² as the sum of squares, which is exactly 0 for equal vectors. */
        SQUARED_DISTANCE {
            @Override
            void add(Vectors a, int i, Vectors b, int block, int f, double[] sums, int length) {
                addSquares(a, i, b, block, f, sums, block, length);
            }
        },
        /** aᵀb. */
        PRODUCT {
            @Override
            void add(Vectors a, int i, Vectors b, int block, int f, double[] sums, int length) {
                addProducts(a, i, b, block, f, sums, length);
            }
        };

        /**
         * Adds the terms of {@link Vectors#STEP} features of vector i of a and of b's vectors from {@code block} on to
         * {@code sums[block...]}; one feature at a time would read and write the sums too often.
         */
        abstract void add(Vectors a, int i, Vectors b, int block, int f, double[] sums, int length);
    }

    /** A receiver of rows, called by several threads; it must not keep the array, which is reused. */
    public interface Rows {
        /** Receives the numbers of one vector of the first set and each of the second. */
        void row(int index, double[] values);
    }

    /** Computes ‖a − b‖² as the sum of squares, which is exactly 0 for equal vectors. */
    public static void squaredDistances(Vectors a, Vectors b, Rows rows) {
        each(Term.SQUARED_DISTANCE, a, b, rows);
    }

    /** Computes aᵀb. */
    public static void products(Vectors a, Vectors b, Rows rows) {
        each(Term.PRODUCT, a, b, rows);
    }

    private static void each(Term term, Vectors a, Vectors b, Rows rows) {
        IntStream.range(0, bands(a.count())).parallel().forEach(band -> {
            double[][] values = band(term, a, band, b, 0);
            for (int i = 0; i < values.length; i++) {
                rows.row(band * BAND + i, values[i]);
            }
        });
    }

    /** Returns the number of bands, of {@value #BAND} vectors each but the last. */
    public static int bands(int count) {
        return (count + BAND - 1) / BAND;
    }

    /** Adds ‖aᵢ − b‖² to the sums, for as many of b's vectors as there are sums, from one of them on. */
    public static void addSquaredDistances(Vectors a, int i, Vectors b, int from, double[] sums) {
        for (int f = 0; f < a.width(); f += Vectors.STEP) {
            addSquares(a, i, b, from, f, sums, 0, sums.length);
        }
    }

    /** Computes the rows of a band, for callers that divide the work themselves. */
    public static double[][] band(Term term, Vectors a, int band, Vectors b) {
        return band(term, a, band, b, 0);
    }

    /**
     * Computes the rows of a band.
     *
     * @param start the first of b's vectors that is needed; the numbers before it are 0
     */
    static double[][] band(Term term, Vectors a, int band, Vectors b, int start) {
        int first = band * BAND;
        int last = Math.min(a.count(), first + BAND);
        double[][] sums = new double[last - first][b.count()];
        for (int block = start; block < b.count(); block += BLOCK) {
            int length = Math.min(BLOCK, b.count() - block);
            for (int i = first; i < last; i++) {
                for (int f = 0; f < a.width(); f += Vectors.STEP) {
                    term.add(a, i, b, block, f, sums[i - first], length);
                }
            }
        }
        return sums;
    }

    private static void addSquares(Vectors a, int i, Vectors b, int block, int f, double[] sums, int to, int length) {
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
            sums[to + j] += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
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
}
