package org.gan4j.api.latents;

import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * Independent latents that are 1 with a probability, else 0: a discrete code, as tried for large GANs by <a
 * href="https://arxiv.org/abs/1809.11096">Brock et al. 2019</a>, appendix E.
 *
 * @param probability the probability of a 1, above 0 and below 1
 */
public record BernoulliLatents(double probability) implements LatentDistribution {
    /**
     * Validates the probability.
     *
     * @throws IllegalArgumentException if the probability is not between 0 and 1, both excluded
     */
    public BernoulliLatents {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(
                    "Bernoulli latents need a probability above 0 and below 1, not " + probability + ": choose 0.5");
        }
    }

    @Override
    public String name() {
        return "bernoulli";
    }

    @Override
    public String summary() {
        return "independent latents that are 1 with a probability, else 0";
    }

    @Override
    public Tensor draw(RandomKey random, int samples, int latent) {
        return random.bernoulli(probability, samples, latent);
    }
}
