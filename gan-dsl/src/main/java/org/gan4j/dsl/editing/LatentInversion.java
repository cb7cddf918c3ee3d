package org.gan4j.dsl.editing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.inference.Latents;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The search for the latents of given samples, by gradients of the mean square distance (<a
 * href="https://arxiv.org/abs/1702.04782">Lipton and Tripathi 2017</a>): Adam on the latents of each sample, whose rate
 * falls from 0.1 to 0; of all starts and steps, the best latents of each sample are kept.
 *
 * @param sampler generates the samples
 * @param distances the same sampler under a {@link DistanceRunner}
 * @param runner the runner of the distances
 */
record LatentInversion(LatentSampler sampler, LatentSampler distances, DistanceRunner runner) {
    private static final int PART = 256;
    private static final double RATE = 0.1;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    /** Latents, one row per sample, and the mean square distance of what is generated from each. */
    record Found(TensorData latents, double[] distances) {}

    /** Returns the best of random latents for each sample: {@code starts} rows each, the best first. */
    TensorData best(TensorData samples, int candidates, int starts, long seed, Weights weights) {
        int size = sampler.latents().size();
        int count = samples.shape().dim(0);
        Latents latents = new Latents(sampler.latents(), seed, OptionalDouble.empty());
        float[] wanted = samples.toFloats();
        int values = wanted.length / count;
        double[][] distances = new double[count][candidates];
        for (int from = 0; from < candidates; from += PART) {
            int rows = Math.min(PART, candidates - from);
            TensorData drawn = TensorData.of(latents.rows(from, rows), Shape.of(rows, size));
            float[] made = sampler.samples(drawn, weights).toFloats();
            for (int i = 0; i < count; i++) {
                for (int row = 0; row < rows; row++) {
                    distances[i][from + row] = distance(made, row * values, wanted, i * values, values);
                }
            }
        }
        List<TensorData> chosen = new ArrayList<>();
        for (double[] each : distances) {
            IntStream.range(0, candidates)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> each[row]))
                    .limit(starts)
                    .forEach(row -> chosen.add(TensorData.of(latents.rows(row, 1), Shape.of(1, size))));
        }
        return TensorData.joined(chosen);
    }

    private static double distance(float[] one, int from, float[] other, int at, int values) {
        double sum = 0;
        for (int i = 0; i < values; i++) {
            sum += (one[from + i] - other[at + i]) * (one[from + i] - other[at + i]);
        }
        return sum / values;
    }

    /**
     * Returns the latents of the best start of each sample.
     *
     * @param found the latents of all starts, those of a sample one after the other
     */
    static Found bestStarts(Found found, int starts) {
        double[] distances = found.distances();
        List<TensorData> rows = new ArrayList<>();
        double[] least = new double[distances.length / starts];
        for (int i = 0; i < least.length; i++) {
            int best = IntStream.range(i * starts, (i + 1) * starts)
                    .boxed()
                    .min(Comparator.comparingDouble(row -> distances[row]))
                    .orElseThrow();
            rows.add(found.latents().rows(best, best + 1));
            least[i] = distances[best];
        }
        return new Found(TensorData.joined(rows), least);
    }

    /** Returns better latents than the given ones, for each sample. */
    Found improved(TensorData samples, TensorData start, int steps, Weights weights) {
        runner.targets(samples);
        int count = start.shape().dim(0);
        int size = start.shape().dim(1);
        float[] at = start.toFloats();
        float[] best = at.clone();
        double[] least = new double[count];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        double[] mean = new double[at.length];
        double[] square = new double[at.length];
        for (int step = 1; step <= steps + 1; step++) {
            TensorData measured = distances.samples(TensorData.of(at, start.shape()), weights);
            if (!measured.shape().equals(Shape.of(count, size + 1))) {
                throw new IllegalArgumentException(
                        "this GAN's samples are no function of latents, so there are none to find");
            }
            float[] both = measured.toFloats();
            double rate = RATE * (1 - (step - 1.0) / Math.max(1, steps)) / (1 - Math.pow(BETA1, step));
            double scale = 1 - Math.pow(BETA2, step);
            float[] next = at.clone();
            for (int i = 0; i < count; i++) {
                int row = i * (size + 1);
                if (both[row] < least[i]) {
                    least[i] = both[row];
                    System.arraycopy(at, i * size, best, i * size, size);
                }
                for (int k = 0; k < size; k++) {
                    int z = i * size + k;
                    double gradient = both[row + 1 + k];
                    mean[z] = BETA1 * mean[z] + (1 - BETA1) * gradient;
                    square[z] = BETA2 * square[z] + (1 - BETA2) * gradient * gradient;
                    next[z] -= (float) (rate * mean[z] / (Math.sqrt(square[z] / scale) + EPSILON));
                }
            }
            at = next;
        }
        return new Found(TensorData.of(best, start.shape()), least);
    }
}
