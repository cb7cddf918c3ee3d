package org.gan4j.metrics.classifier;

import java.util.Arrays;
import java.util.Map;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;

/**
 * The map of vectors to mean 0 and deviation 1 of each number, by the means and deviations of the samples that a
 * classifier is trained on; constant numbers become 0. Images, which are in [-1, 1] already, are not changed.
 *
 * @param tensors the means and the deviations; none for images
 */
record Standardization(Map<String, TensorData> tensors) {
    private static final int IMAGE = 3;
    private static final String MEAN = "standardization/mean";
    private static final String DEVIATION = "standardization/deviation";
    private static final double SMALL = 1e-6;

    static Standardization by(LabeledSamples samples) {
        if (samples.shape().rank() == IMAGE) {
            return new Standardization(Map.of());
        }
        double[] mean = new double[samples.shape().size()];
        double[] square = new double[mean.length];
        for (float[] row : samples.rows()) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += row[k] / samples.size();
            }
        }
        for (float[] row : samples.rows()) {
            for (int k = 0; k < mean.length; k++) {
                square[k] += (row[k] - mean[k]) * (row[k] - mean[k]) / samples.size();
            }
        }
        float[] means = new float[mean.length];
        float[] deviations = new float[mean.length];
        Arrays.setAll(square, k -> Math.max(SMALL, Math.sqrt(square[k])));
        for (int k = 0; k < mean.length; k++) {
            means[k] = (float) mean[k];
            deviations[k] = (float) square[k];
        }
        Shape shape = samples.shape();
        return new Standardization(
                Map.of(MEAN, TensorData.of(means, shape), DEVIATION, TensorData.of(deviations, shape)));
    }

    /** Maps samples [N, ...]. */
    Tensor of(Tensor samples) {
        return tensors.isEmpty()
                ? samples
                : samples.sub(Tensor.of(tensors.get(MEAN))).div(Tensor.of(tensors.get(DEVIATION)));
    }
}
