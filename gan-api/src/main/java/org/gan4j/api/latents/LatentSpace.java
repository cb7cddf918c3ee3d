package org.gan4j.api.latents;

import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * The latents of a generator: how many there are for each sample, and how they are distributed.
 *
 * @param distribution the distribution
 * @param size the number of latents per sample, at least 0; 0 for a generator without latents
 */
public record LatentSpace(LatentDistribution distribution, int size) {
    /**
     * Validates the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public LatentSpace {
        if (size < 0) {
            throw new IllegalArgumentException("the number of latents must be at least 0, not " + size);
        }
    }

    /** Returns a space of standard normal latents. */
    public static LatentSpace normal(int size) {
        return new LatentSpace(new NormalLatents(), size);
    }

    /** Returns the space without latents. */
    public static LatentSpace none() {
        return normal(0);
    }

    /** Draws the latents of a batch as an expression, FLOAT [samples, size]. */
    public Tensor draw(RandomKey random, int samples) {
        return distribution.draw(random, samples, size);
    }

    /** Computes latents for inference, as {@link LatentDistribution#rows} does. */
    public float[] rows(long seed, int from, int count) {
        return distribution.rows(seed, from, count, size);
    }
}
