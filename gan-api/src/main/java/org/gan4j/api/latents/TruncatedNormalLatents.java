package org.gan4j.api.latents;

import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Tensor;

/**
 * Independent standard normal latents, conditioned on lying in [-limit, limit]: samples are more typical and less varied
 * (the truncation trick, <a href="https://arxiv.org/abs/1809.11096">Brock et al. 2019</a>, section 3.1). Drawn by
 * inversion:
 *
 * <pre>
 * z = Φ⁻¹(1/2 + (u − 1/2) (Φ(limit) − Φ(−limit))),  u ~ U(0, 1)
 * </pre>
 *
 * @param limit the largest absolute value, above 0; 2 is common
 */
public record TruncatedNormalLatents(double limit) implements LatentDistribution {
    /** Half the distance of uniform numbers, which are multiples of 2^-24: keeps 0 and 1 out. */
    private static final double HALF_STEP = 0x1p-25;

    /**
     * Validates the limit.
     *
     * @throws IllegalArgumentException if the limit is not a finite number above 0
     */
    public TruncatedNormalLatents {
        if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "truncated normal latents need a finite limit above 0, not " + limit + ": 2 is common");
        }
    }

    @Override
    public String name() {
        return "truncated-normal";
    }

    @Override
    public String summary() {
        return "independent normal latents between -limit and limit";
    }

    @Override
    public Tensor draw(RandomKey random, int samples, int latent) {
        Tensor uniform = random.uniform(samples, latent).cast(DType.DOUBLE);
        return of(uniform.add(HALF_STEP)).cast(DType.FLOAT).clamp(-limit, limit);
    }

    /** Returns the latents of uniform numbers between 0 and 1, DOUBLE. */
    Tensor of(Tensor uniform) {
        Tensor mass = Tensor.full(DType.DOUBLE, limit / Math.sqrt(2)).erf();
        return NormalQuantile.aroundMedian(uniform.sub(0.5).mul(mass));
    }

    @Override
    public boolean isSpherical() {
        return true;
    }
}
