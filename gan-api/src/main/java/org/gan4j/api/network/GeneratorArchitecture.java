package org.gan4j.api.network;

/** Makes samples [N, sample...] from latents [N, latent]. */
public non-sealed interface GeneratorArchitecture extends Architecture {
    /** How many independent normal numbers a sample is made from. */
    int latent();

    @Override
    default GeneratorArchitecture resolved(NetworkSpec spec) {
        return this;
    }
}
