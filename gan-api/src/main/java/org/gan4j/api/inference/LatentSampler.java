package org.gan4j.api.inference;

import java.util.Optional;
import org.gan4j.api.latents.LatentSpace;
import org.gan4j.api.network.Network;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The capability of GANs that generate samples from latents. {@code gan.sample(...)} uses it. */
public interface LatentSampler {
    /**
     * Returns a sampler of a generator whose only inputs are latents.
     *
     * @param runner runs the generator
     * @param generator the generator
     * @param space the latents
     */
    static LatentSampler of(InferenceRunner runner, Network generator, LatentSpace space) {
        return new FromLatents(runner, generator, space);
    }

    /** Returns the latents that samples are generated from. */
    LatentSpace latents();

    /** Returns the shape of one sample. */
    Shape sample();

    /**
     * Generates one sample per row of latents.
     *
     * @param latents the latents, FLOAT [N, size], usually drawn from {@link #latents()}
     * @param weights the weights to use
     * @return the samples, [N, sample...]
     * @throws IllegalArgumentException if the latents have a wrong type or shape, or if {@code weights} is
     *     {@link Weights#EMA} and this GAN keeps no moving average of its generator
     */
    TensorData samples(TensorData latents, Weights weights);

    /**
     * Returns a sampler of the same latents whose samples are more typical and less various, if this GAN has a truncation
     * of its own, such as that of StyleGAN, w̄ + ψ (w − w̄). Defaults to none: then the latents themselves are limited.
     *
     * @param psi ψ, above 0; 1 changes nothing
     */
    default Optional<LatentSampler> truncated(double psi) {
        return Optional.empty();
    }
}
