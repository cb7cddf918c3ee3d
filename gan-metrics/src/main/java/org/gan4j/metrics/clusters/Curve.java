package org.gan4j.metrics.clusters;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A curve of precision and recall: for each ratio λ of the two, the most of both that a split of the two distributions
 * reaches.
 *
 * @param precision the precision at each of {@value #ANGLES} angles between 0 and π/2, whose tangent is λ
 * @param recall the recall at each
 */
record Curve(double[] precision, double[] recall) {
    private static final int ANGLES = 1001;
    private static final double EDGE = 1e-10;

    /**
     * Returns the curve of histograms with the same bins, as shares.
     *
     * @param fake the shares q of the fakes
     * @param real the shares p of the data
     */
    static Curve of(double[] fake, double[] real) {
        double[] precision = new double[ANGLES];
        double[] recall = new double[ANGLES];
        for (int i = 0; i < ANGLES; i++) {
            double slope = Math.tan(EDGE + (Math.PI / 2 - 2 * EDGE) * i / (ANGLES - 1));
            for (int bin = 0; bin < real.length; bin++) {
                precision[i] += Math.min(slope * real[bin], fake[bin]);
            }
            recall[i] = precision[i] / slope;
        }
        return new Curve(precision, recall);
    }

    /** Returns the mean of curves, point by point. */
    static Curve mean(List<Curve> curves) {
        return new Curve(
                IntStream.range(0, ANGLES)
                        .mapToDouble(i -> curves.stream()
                                        .mapToDouble(curve -> curve.precision[i])
                                        .sum()
                                / curves.size())
                        .toArray(),
                IntStream.range(0, ANGLES)
                        .mapToDouble(i -> curves.stream()
                                        .mapToDouble(curve -> curve.recall[i])
                                        .sum()
                                / curves.size())
                        .toArray());
    }

    /** Returns the largest F_β = (1 + β²) p r / (β² p + r) of the curve. */
    double largestF(double beta) {
        double square = beta * beta;
        return IntStream.range(0, ANGLES)
                .mapToDouble(i -> precision[i] == 0 || recall[i] == 0
                        ? 0
                        : (1 + square) * precision[i] * recall[i] / (square * precision[i] + recall[i]))
                .max()
                .orElseThrow();
    }
}
