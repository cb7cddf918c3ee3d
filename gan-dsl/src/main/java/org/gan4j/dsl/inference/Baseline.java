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

    /** Returns the baseline of samples of data [N, ...]. */
    static Baseline of(TensorData data, Pairing pairing) {
        int count = data.shape().dim(0);
        float[] values = data.toFloats();
        int size = values.length / count;
        double[] mean = new double[size];
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            mean[i % size] += values[i] / (double) count;
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        double[] deviation = new double[size];
        if (pairing == Pairing.DISTRIBUTION) {
            for (int i = 0; i < values.length; i++) {
                double off = values[i] - mean[i % size];
                deviation[i % size] += off * off / count;
            }
            for (int i = 0; i < size; i++) {
                deviation[i] = Math.sqrt(deviation[i]);
            }
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
        long[] dims = new long[sample.rank() + 1];
        dims[0] = count;
        System.arraycopy(sample.dims(), 0, dims, 1, sample.rank());
        return TensorData.of(values, Shape.of(dims));
    }
}
