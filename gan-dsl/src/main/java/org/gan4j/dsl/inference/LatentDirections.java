package org.gan4j.dsl.inference;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.metrics.vectors.Spectrum;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/**
 * The directions in the latents along which samples change most on average, as
 * <a href="https://arxiv.org/abs/2004.02546">GANSpace</a> looks for them, for any generator of latents. For normal latents
 * z, the covariance E[G(z) zᵀ] is the mean of the generator's derivative (Stein's lemma); the directions are its right
 * singular vectors, those with the largest singular values first. For other distributions, it is that of the best linear
 * approximation, up to a factor. A change that is the same for z and −z, or that cancels over all z, is not in the mean,
 * which is taken over pairs z and −z. Like principal components, directions are orthogonal, and their signs are arbitrary:
 * the largest number of each is positive. Images are averaged over blocks of pixels first, to less than 64×64.
 */
public final class LatentDirections {
    private static final int BATCH = 64;
    private static final int PAIRS_PER_LATENT = 10;
    private static final int FEWEST_PAIRS = 500;
    private static final int MOST_PAIRS = 2000;
    private static final int MOST_PIXELS = 32;

    private final List<float[]> all;

    private LatentDirections(List<float[]> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Estimates directions.
     *
     * @param seed the seed of the latents
     * @param pairs the number of pairs of samples; at least as many as there are latents are needed, ten times as many
     *     are better
     * @param count the most directions
     * @throws IllegalArgumentException if there are no latents, or {@code pairs} is less than their number
     */
    public static LatentDirections of(LatentSampler sampler, Weights weights, long seed, int pairs, int count) {
        LatentSpace space = sampler.latents();
        int size = space.size();
        if (size == 0) {
            throw new IllegalArgumentException("a generator without latents has no directions");
        }
        if (pairs < size) {
            throw new IllegalArgumentException(
                    "directions of " + size + " latents need at least as many pairs of samples, not " + pairs);
        }
        BlockMeans means = BlockMeans.of(sampler.sample(), MOST_PIXELS);
        DMatrixRMaj covariance = new DMatrixRMaj(means.size(), size);
        Latents latents = new Latents(space, seed, OptionalDouble.empty());
        for (int from = 0; from < pairs; from += BATCH) {
            int rows = Math.min(BATCH, pairs - from);
            float[] there = latents.rows(from, rows);
            float[] back = new float[there.length];
            for (int i = 0; i < back.length; i++) {
                back[i] = -there[i];
            }
            DMatrixRMaj odd = means.of(generated(sampler, weights, there, rows), rows);
            CommonOps_DDRM.subtractEquals(odd, means.of(generated(sampler, weights, back, rows), rows));
            DMatrixRMaj drawn = new DMatrixRMaj(rows, size);
            for (int i = 0; i < there.length; i++) {
                drawn.data[i] = there[i];
            }
            CommonOps_DDRM.multAddTransA(0.5 / pairs, odd, drawn, covariance);
        }
        DMatrixRMaj square = new DMatrixRMaj(size, size);
        CommonOps_DDRM.multTransA(covariance, covariance, square);
        return new LatentDirections(largest(square, Math.min(count, size)));
    }

    /**
     * Returns the principal components of latents that are not independent, such as the styles w of a generator, as <a
     * href="https://arxiv.org/abs/2004.02546">GANSpace</a> takes them: the directions in which they vary most.
     *
     * @param latents the latents, FLOAT [N,L], at least two rows
     * @param count the most directions
     * @throws IllegalArgumentException if there are fewer than two rows
     */
    public static LatentDirections principal(TensorData latents, int count) {
        int rows = latents.shape().dim(0);
        int size = latents.shape().dim(1);
        if (rows < 2) {
            throw new IllegalArgumentException("principal components need at least two rows of latents, not " + rows);
        }
        DMatrixRMaj centered = new DMatrixRMaj(rows, size);
        float[] values = latents.toFloats();
        for (int i = 0; i < size; i++) {
            double mean = 0;
            for (int row = 0; row < rows; row++) {
                mean += (double) values[row * size + i] / rows;
            }
            for (int row = 0; row < rows; row++) {
                centered.set(row, i, values[row * size + i] - mean);
            }
        }
        DMatrixRMaj covariance = new DMatrixRMaj(size, size);
        CommonOps_DDRM.multTransA(1.0 / (rows - 1), centered, centered, covariance);
        return new LatentDirections(largest(covariance, Math.min(count, size)));
    }

    /**
     * Estimates directions from ten pairs of samples for each latent, but at least 500 pairs, and at most 2,000 or as many as
     * there are latents.
     *
     * @param seed the seed of the latents
     * @param count the most directions
     * @throws IllegalArgumentException if there are no latents
     */
    public static LatentDirections of(LatentSampler sampler, Weights weights, long seed, int count) {
        int size = sampler.latents().size();
        int pairs = Math.max(size, Math.min(MOST_PAIRS, Math.max(FEWEST_PAIRS, PAIRS_PER_LATENT * size)));
        return of(sampler, weights, seed, pairs, count);
    }

    private static float[] generated(LatentSampler sampler, Weights weights, float[] latents, int rows) {
        return sampler.samples(TensorData.of(latents, Shape.of(rows, latents.length / rows)), weights)
                .toFloats();
    }

    private static List<float[]> largest(DMatrixRMaj square, int count) {
        Spectrum spectrum = Spectrum.of(square);
        return IntStream.range(0, spectrum.size())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -spectrum.value(k)))
                .limit(count)
                .map(k -> direction(spectrum, k))
                .toList();
    }

    private static float[] direction(Spectrum spectrum, int k) {
        int largest = IntStream.range(0, spectrum.size())
                .reduce((a, b) -> Math.abs(spectrum.vector(k, b)) > Math.abs(spectrum.vector(k, a)) ? b : a)
                .orElseThrow();
        double sign = Math.signum(spectrum.vector(k, largest));
        float[] direction = new float[spectrum.size()];
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) (sign * spectrum.vector(k, i));
        }
        return direction;
    }

    /** Returns the number of directions. */
    public int count() {
        return all.size();
    }

    /** Returns a direction, a vector of length 1, counted from 0. */
    public float[] direction(int k) {
        return all.get(k).clone();
    }
}
