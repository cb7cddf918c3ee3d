package org.gan4j.metrics.distances;

import org.ejml.data.DMatrixRMaj;
import org.gan4j.metrics.statistics.Means;
import org.gan4j.metrics.vectors.Pairs;
import org.gan4j.metrics.vectors.Vectors;
import org.gan4j.tensor.TensorData;

/**
 * The change of the Fréchet distance when one sample of a set counts more, for each sample of that set.
 *
 * @param mean the mean of the set
 * @param difference the mean of the data minus the mean of the fakes
 * @param sign 1 for the data, -1 for the fakes
 * @param map the optimal map from the Gaussian of this set to that of the other, less the means; symmetric
 */
record Influence(double[] mean, double[] difference, int sign, DMatrixRMaj map) {
    private static final int PART = 1024;

    /** Returns the variance that the set contributes to the distance: the variance of the changes, divided by n. */
    double variance(TensorData rows) {
        int count = rows.shape().dim(0);
        double[] changes = new double[count];
        Vectors mapping = Vectors.of(rows(map));
        for (int from = 0; from < count; from += PART) {
            int first = from;
            double[][] part = centered(rows, from, Math.min(count, from + PART));
            Pairs.products(Vectors.of(part), mapping, (i, mapped) -> changes[first + i] = change(part[i], mapped));
        }
        double error = Means.error(changes);
        return error * error;
    }

    private double change(double[] centered, double[] mapped) {
        double change = 0;
        for (int f = 0; f < mean.length; f++) {
            change += centered[f] * (2 * sign * difference[f] + centered[f] - mapped[f]);
        }
        return change;
    }

    private double[][] centered(TensorData rows, int from, int to) {
        double[][] centered = new double[to - from][mean.length];
        for (int i = from; i < to; i++) {
            for (int f = 0; f < mean.length; f++) {
                centered[i - from][f] = rows.get(i * mean.length + f) - mean[f];
            }
        }
        return centered;
    }

    private static double[][] rows(DMatrixRMaj matrix) {
        double[][] rows = new double[matrix.numRows][matrix.numCols];
        for (int i = 0; i < matrix.numRows; i++) {
            System.arraycopy(matrix.data, i * matrix.numCols, rows[i], 0, matrix.numCols);
        }
        return rows;
    }
}
