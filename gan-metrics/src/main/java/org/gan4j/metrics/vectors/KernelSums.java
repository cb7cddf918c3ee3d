package org.gan4j.metrics.vectors;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The sums of a kernel over all pairs of vectors of two sets. Each pair is computed once, also within a set, and the
 * sums do not depend on the distribution of the work.
 *
 * @param rows for each vector of the first set, the sum over the second
 * @param columns for each vector of the second set, the sum over the first
 */
public record KernelSums(double[] rows, double[] columns) {
    /** The number of parts of the work, each with sums of its own: more would take memory, fewer would leave cores idle. */
    private static final int PARTS = 32;

    /**
     * Returns the sums over pairs of two sets.
     *
     * @param kernel the kernel, as a function of the term of a pair
     */
    public static KernelSums between(Pairs.Term term, Vectors a, Vectors b, DoubleUnaryOperator kernel) {
        double[] rows = new double[a.count()];
        double[] columns = inParts(a, b.count(), (band, sums) -> {
            double[][] values = Pairs.band(term, a, band, b, 0);
            for (int i = 0; i < values.length; i++) {
                double sum = 0;
                for (int j = 0; j < b.count(); j++) {
                    double value = kernel.applyAsDouble(values[i][j]);
                    sum += value;
                    sums[j] += value;
                }
                rows[band * Pairs.BAND + i] = sum;
            }
        });
        return new KernelSums(rows, columns);
    }

    /**
     * Returns, for each vector of a set, the sum over the others.
     *
     * @param kernel the kernel, as a function of the term of a pair
     */
    public static double[] within(Pairs.Term term, Vectors a, DoubleUnaryOperator kernel) {
        return inParts(a, a.count(), (band, sums) -> {
            int first = band * Pairs.BAND;
            double[][] values = Pairs.band(term, a, band, a, first);
            for (int i = 0; i < values.length; i++) {
                double sum = 0;
                for (int j = first + i + 1; j < a.count(); j++) {
                    double value = kernel.applyAsDouble(values[i][j]);
                    sum += value;
                    sums[j] += value;
                }
                sums[first + i] += sum;
            }
        });
    }

    private interface Band {
        /** Adds what a band of rows contributes. */
        void add(int band, double[] sums);
    }

    private static double[] inParts(Vectors a, int length, Band each) {
        int bands = Pairs.bands(a.count());
        double[][] parts = IntStream.range(0, Math.min(PARTS, bands))
                .parallel()
                .mapToObj(part -> {
                    double[] sums = new double[length];
                    for (int band = part; band < bands; band += PARTS) {
                        each.add(band, sums);
                    }
                    return sums;
                })
                .toArray(double[][]::new);
        double[] total = new double[length];
        for (double[] part : parts) {
            for (int j = 0; j < length; j++) {
                total[j] += part[j];
            }
        }
        return total;
    }
}
