package org.gan4j.metrics;

import java.util.stream.IntStream;

/**
 * A number for each pair of vectors from two sets, row by row of the first: the whole matrix, which would be 800 MB for
 * 10,000 vectors each, is never there. Rows are shared among threads; the numbers do not depend on how.
 */
final class Pairs {
    /** Rows at a time, so that a block of the second set is read once for all of them. */
    private static final int BAND = 16;

    /** Vectors of the second set at a time: 128 of 96 numbers fit into a level-2 cache. */
    private static final int BLOCK = 128;

    private Pairs() {}

    /** Takes the numbers of a row, in an array that is used again afterwards; called by several threads. */
    interface Rows {
        void row(int index, double[] values);
    }

    /** Adds what one feature contributes. */
    private interface Term {
        /** Adds to {@code sums[to...]} the terms of x and {@code others[from...]}. */
        void add(double x, double[] others, int from, double[] sums, int to, int length);
    }

    /** ‖a − b‖², as the sum of squares: exactly 0 for equal vectors. */
    static void squaredDistances(Vectors a, Vectors b, Rows rows) {
        sums(a, b, Pairs::addSquares, rows);
    }

    /** aᵀb. */
    static void products(Vectors a, Vectors b, Rows rows) {
        sums(a, b, Pairs::addProducts, rows);
    }

    private static void addSquares(double x, double[] others, int from, double[] sums, int to, int length) {
        for (int j = 0; j < length; j++) {
            double difference = x - others[from + j];
            sums[to + j] += difference * difference;
        }
    }

    private static void addProducts(double x, double[] others, int from, double[] sums, int to, int length) {
        for (int j = 0; j < length; j++) {
            sums[to + j] += x * others[from + j];
        }
    }

    private static void sums(Vectors a, Vectors b, Term term, Rows rows) {
        IntStream.range(0, (a.count() + BAND - 1) / BAND).parallel().forEach(band -> {
            int first = band * BAND;
            int last = Math.min(a.count(), first + BAND);
            double[][] sums = new double[last - first][b.count()];
            for (int block = 0; block < b.count(); block += BLOCK) {
                int length = Math.min(BLOCK, b.count() - block);
                for (int i = first; i < last; i++) {
                    for (int f = 0; f < a.width(); f++) {
                        term.add(a.get(i, f), b.byFeature(), f * b.count() + block, sums[i - first], block, length);
                    }
                }
            }
            for (int i = first; i < last; i++) {
                rows.row(i, sums[i - first]);
            }
        });
    }
}
