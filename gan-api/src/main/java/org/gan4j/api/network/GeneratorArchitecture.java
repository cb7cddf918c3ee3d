package org.gan4j.api.network;

/**
 * An architecture of generators, which map latents [N, latent] to samples [N, sample...]. A generator without latents
 * maps other inputs to samples, such as images to images; {@link NetworkSpec#inputs()} says which.
 */
public interface GeneratorArchitecture extends Architecture {
    /** Returns the number of latents per sample. Defaults to 0, for generators from other inputs than latents. */
    default int latent() {
        return 0;
    }

    @Override
    default GeneratorArchitecture resolved(NetworkSpec spec) {
        return this;
    }
}
