package org.gan4j.api.latents;

import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * Independent latents that are uniform on [low, high), as in DCGAN (<a href="https://arxiv.org/abs/1511.06434">Radford
 * et al. 2016</a>).
 *
 * @param low the least value; -1 in DCGAN
 * @param high the bound above all values; 1 in DCGAN
 */
public record UniformLatents(double low, double high) implements LatentDistribution {
    /**
     * Validates the range.
     *
     * @throws IllegalArgumentException if low is not below high, or the range is not finite
     */
    public UniformLatents {
        if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("uniform latents need finite numbers low < high, not " + low + " and "
                    + high + ": choose -1 and 1, as DCGAN does");
        }
    }

    @Override
    public String name() {
        return "uniform";
    }

    @Override
    public String summary() {
        return "independent latents, uniform between low and high";
    }

    @Override
    public Tensor draw(RandomKey random, int samples, int latent) {
        return random.uniform(samples, latent).mul(high - low).add(low);
    }
}
