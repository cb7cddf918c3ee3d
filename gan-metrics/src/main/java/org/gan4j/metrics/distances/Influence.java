package org.gan4j.metrics.distances;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.gan4j.metrics.statistics.Means;
import org.gan4j.tensor.TensorData;

/**
 * The change of the Fréchet distance when one sample of a set counts more, for each sample of that set.
 *
 * @param mean the mean of the set
 * @param difference the mean of the data minus the mean of the fakes
 * @param sign 1 for the data, -1 for the fakes
 * @param map the optimal map from the Gaussian of this set to that of the other, less the means
 */
record Influence(double[] mean, double[] difference, int sign, DMatrixRMaj map) {
    /** Returns the variance that the set contributes to the distance: the variance of the changes, divided by n. */
    double variance(TensorData rows) {
        int count = rows.shape().dim(0);
        double[] changes = IntStream.range(0, count)
                .parallel()
                .mapToDouble(i -> change(rows, i))
                .toArray();
        double error = Means.error(changes);
        return error * error;
    }

    private double change(TensorData rows, int sample) {
        int width = mean.length;
        double[] centered = new double[width];
        double change = 0;
        for (int f = 0; f < width; f++) {
            centered[f] = rows.get(sample * width + f) - mean[f];
            change += centered[f] * (2 * sign * difference[f] + centered[f]);
        }
        double[] mapped = new double[width]; // row by row of the symmetric map, which the compiler vectorizes
        for (int f = 0; f < width; f++) {
            double weight = centered[f];
            int at = f * width;
            for (int g = 0; g < width; g++) {
                mapped[g] += weight * map.data[at + g];
            }
        }
        for (int f = 0; f < width; f++) {
            change -= centered[f] * mapped[f];
        }
        return change;
    }
}
