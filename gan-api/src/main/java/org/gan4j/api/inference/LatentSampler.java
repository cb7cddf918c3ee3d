package org.gan4j.api.inference;

import org.gan4j.api.network.Network;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.TensorData;

/** The verb of GANs that make samples from latents: what is asked for by {@code gan.sample(...)}. */
public interface LatentSampler {
    /** That of a generator which is given so many latents, and nothing else. */
    static LatentSampler of(InferenceRunner runner, Network generator, int latent) {
        return new FromLatents(runner, generator, latent);
    }

    /** How many latents a sample is made from. */
    int latent();

    /** The shape of one sample. */
    Shape sample();

    /**
     * A sample for each row.
     *
     * @param latents FLOAT [N, latent]
     * @param weights the weights to use
     */
    TensorData samples(TensorData latents, Weights weights);
}
