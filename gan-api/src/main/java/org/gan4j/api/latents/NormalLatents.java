package org.gan4j.api.latents;

import org.gan4j.tensor.Philox;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/** Independent standard normal latents, the usual choice. */
public record NormalLatents() implements LatentDistribution {
    @Override
    public String name() {
        return "normal";
    }

    @Override
    public String summary() {
        return "independent standard normal latents";
    }

    @Override
    public Tensor draw(RandomKey random, int samples, int latent) {
        return random.normal(samples, latent);
    }

    /**
     * Computes latents for inference, all from one stream.
     *
     * @throws ArithmeticException if the numbers cannot be counted by an int
     */
    @Override
    public float[] rows(long seed, int from, int count, int latent) {
        float[] rows = new float[Math.multiplyExact(count, latent)];
        new Philox(seed, "latents", 0).normals(Math.multiplyExact(from, latent), rows, rows.length);
        return rows;
    }

    @Override
    public boolean isSpherical() {
        return true;
    }
}
