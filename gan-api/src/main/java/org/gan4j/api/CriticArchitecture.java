package org.gan4j.api;

/** Gives each sample of [N, sample...] a score, [N]: any real number; a loss says what it means. */
public non-sealed interface CriticArchitecture extends Architecture {
    @Override
    default CriticArchitecture resolved(Site site) {
        return this;
    }
}
