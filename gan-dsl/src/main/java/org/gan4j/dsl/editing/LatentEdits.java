package org.gan4j.dsl.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.dsl.inference.Samples;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * Samples of latents that are moved along a direction. It knows a generator as a function of latents alone, so these may be
 * those of any space that a sampler generates from.
 *
 * <pre>{@code
 * LatentDirections directions = LatentDirections.of(sampler, Weights.EMA, 1, 640, 10);
 * new LatentEdits(sampler, Weights.EMA).along(directions.direction(0), inversion.latents(), -3, 0, 3).saveGrid(file);
 * }</pre>
 *
 * @param sampler generates the samples
 * @param weights the weights to use
 */
public record LatentEdits(LatentSampler sampler, Weights weights) {
    /**
     * Returns a row of samples for each row of latents, z + s d for each strength s and the direction d.
     *
     * @param direction one number per latent
     * @param latents FLOAT [N,L]
     * @param strengths the multiples of the direction, the columns of the grid
     * @throws IllegalArgumentException if the direction or the latents are not of this generator, or there are no strengths
     */
    public Samples along(float[] direction, TensorData latents, double... strengths) {
        int size = sampler.latents().size();
        if (direction.length != size
                || latents.shape().rank() != 2
                || latents.shape().dim(1) != size
                || strengths.length == 0) {
            throw new IllegalArgumentException("this generator has " + size + " latents; a direction of "
                    + direction.length + " numbers, latents " + latents.shape() + " and " + strengths.length
                    + " strengths do not fit: pass a direction of " + size + ", latents [N," + size
                    + "] and at least one strength");
        }
        int rows = latents.shape().dim(0);
        float[] from = latents.toFloats();
        float[] moved = new float[rows * strengths.length * size];
        for (int i = 0; i < moved.length; i++) {
            int row = i / size / strengths.length;
            double strength = strengths[i / size % strengths.length];
            moved[i] = (float) (from[row * size + i % size] + strength * direction[i % size]);
        }
        return of(TensorData.of(moved, Shape.of((long) rows * strengths.length, size)), strengths.length);
    }

    /**
     * Returns samples of latents in a grid.
     *
     * @throws IllegalArgumentException if they are not of this generator
     */
    public Samples of(TensorData latents, int columns) {
        return new Samples(sampler.samples(latents, weights), OptionalInt.of(columns));
    }

    /**
     * Returns the direction from the mean latents of other samples to those of wished ones, of length 1.
     *
     * @param latents FLOAT [N,L]
     * @param wished for each row, whether the sample is wished
     * @throws IllegalArgumentException if all samples are wished, or none, or the means are equal
     */
    public static float[] toward(TensorData latents, List<Boolean> wished) {
        List<Integer> with = new ArrayList<>();
        List<Integer> without = new ArrayList<>();
        for (int row = 0; row < wished.size(); row++) {
            (wished.get(row) ? with : without).add(row);
        }
        if (with.isEmpty()
                || without.isEmpty()
                || wished.size() != latents.shape().dim(0)) {
            throw new IllegalArgumentException(
                    "a direction leads from some samples to others, but " + with.size() + " of "
                            + latents.shape().dim(0) + " samples are wished and " + without.size()
                            + " are not: take more samples, or another class");
        }
        float[] mean = mean(latents, with);
        float[] others = mean(latents, without);
        double square = 0;
        for (int i = 0; i < mean.length; i++) {
            mean[i] -= others[i];
            square += mean[i] * mean[i];
        }
        if (square == 0) {
            throw new IllegalArgumentException("wished and other samples have the same mean latents: there is no way");
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= (float) Math.sqrt(square);
        }
        return mean;
    }

    /** Returns the mean of some rows of latents. */
    static float[] mean(TensorData latents, List<Integer> rows) {
        int size = latents.shape().dim(1);
        float[] values = latents.toFloats();
        double[] sums = new double[size];
        for (int row : rows) {
            for (int i = 0; i < size; i++) {
                sums[i] += values[row * size + i];
            }
        }
        float[] mean = new float[size];
        for (int i = 0; i < size; i++) {
            mean[i] = (float) (sums[i] / rows.size());
        }
        return mean;
    }
}
