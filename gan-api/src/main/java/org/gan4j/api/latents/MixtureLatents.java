package org.gan4j.api.latents;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * Latents from a mixture of K normal distributions of covariance 1, whose means lie on the axes:
 *
 * <pre>
 * z = μ_k + ε,  k uniform on 0 ... K − 1,  ε standard normal
 * μ_k = (−1)^k s (1 + ⌊k / 2L⌋) e_a,  a = ⌊k / 2⌋ mod L
 * </pre>
 *
 * with L latents, the unit vectors e_a and the spread s: the first two means are ±s on the first axis, the next two on the
 * second, and after the last axis the next ring begins at distance 2s. The clusters give modes of the data a place each
 * (compare <a href="https://arxiv.org/abs/1706.02071">Gurumurthy et al. 2017</a>).
 *
 * @param components K, at least 1
 * @param spread s, at least 0; 4 keeps the clusters apart
 */
public record MixtureLatents(int components, double spread) implements LatentDistribution {
    /**
     * Validates the mixture.
     *
     * @throws IllegalArgumentException if there is no component, or the spread is negative or not finite
     */
    public MixtureLatents {
        if (components < 1 || !(spread >= 0 && spread < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a mixture of latents needs at least 1 component and a finite spread of"
                    + " at least 0, not " + components + " and " + spread + ": choose 10 and 4, for example");
        }
    }

    @Override
    public String name() {
        return "mixture";
    }

    @Override
    public String summary() {
        return "latents from a mixture of normal clusters on the axes";
    }

    @Override
    public Tensor draw(RandomKey random, int samples, int latent) {
        Tensor k = random.child("component")
                .uniform(samples)
                .mul(components)
                .cast(DType.INT)
                .minimum(components - 1);
        return means(latent).gather(0, k).add(random.child("normal").normal(samples, latent));
    }

    /** Returns the means, [K, latent]. */
    private Tensor means(int latent) {
        float[] means = new float[Math.multiplyExact(components, latent)];
        for (int k = 0; k < components; k++) {
            double distance = spread * (1 + k / (2 * latent));
            means[k * latent + k / 2 % latent] = (float) (k % 2 == 0 ? distance : -distance);
        }
        return Tensor.of(means, components, latent);
    }
}
