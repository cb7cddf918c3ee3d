package org.gan4j.dsl.inference;

import org.gan4j.api.evaluation.Comparison.Pairing;
import org.gan4j.tensor.Philox;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * What a GAN must beat: samples that take only means and deviations from the data. For outputs that should resemble the
 * data as a whole, each number is drawn on its own, normally distributed as that number is in the data, within the range
 * of all; for outputs that should resemble the data row by row, it is the mean.
 */
final class Baseline {
    private static final String STREAM = "baseline";

    private final double[] mean;
    private final double[] deviation;
    private final double least;
    private final double most;

    private Baseline(double[] mean, double[] deviation, double least, double most) {
        this.mean = mean;
        this.deviation = deviation;
        this.least = least;
        this.most = most;
    }

    /** Returns the baseline of samples of data, given in parts [n, ...]. */
    static Baseline of(Iterable<TensorData> parts, Pairing pairing) {
        double[] sums = {};
        double[] squares = {};
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (TensorData part : parts) {
            float[] values = part.toFloats();
            int size = values.length / part.shape().dim(0);
            if (count == 0) {
                sums = new double[size];
                squares = new double[size];
            }
            for (int i = 0; i < values.length; i++) {
                sums[i % size] += values[i];
                squares[i % size] += (double) values[i] * values[i];
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
            }
            count += part.shape().dim(0);
        }
        double[] mean = new double[sums.length];
        double[] deviation = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            mean[i] = sums[i] / count;
            deviation[i] =
                    pairing == Pairing.PAIRS ? 0 : Math.sqrt(Math.max(0, squares[i] / count - mean[i] * mean[i]));
        }
        return new Baseline(mean, deviation, least, most);
    }

    static String described(Pairing pairing) {
        return pairing == Pairing.PAIRS
                ? "times the mean of the data"
                : "samples whose numbers are independent, each with its mean and deviation in the data";
    }

    /** Returns the samples from {@code from} on, [count, sample...]. */
    TensorData samples(long seed, int from, int count, Shape sample) {
        float[] values = new float[count * mean.length];
        new Philox(seed, STREAM, from).normals(0, values, values.length);
        for (int i = 0; i < values.length; i++) {
            int at = i % mean.length;
            values[i] = (float) Math.max(least, Math.min(most, mean[at] + deviation[at] * values[i]));
        }
        return TensorData.of(values, sample.batch(count));
    }
}
