package org.gan4j.api.network;

/** An architecture of generators, which map latents [N, latent] to samples [N, sample...]. */
public non-sealed interface GeneratorArchitecture extends Architecture {
    /** Returns the number of latents per sample, which are independent standard normal numbers. */
    int latent();

    @Override
    default GeneratorArchitecture resolved(NetworkSpec spec) {
        return this;
    }
}
