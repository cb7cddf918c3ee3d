package org.gan4j.api;

/** Makes samples [N, sample...] from latents [N, latent]. */
public non-sealed interface GeneratorArchitecture extends Architecture {
    /** How many independent normal numbers a sample is made from. */
    int latent();

    @Override
    default GeneratorArchitecture resolved(Site site) {
        return this;
    }
}
