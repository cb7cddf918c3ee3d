package org.gan4j.api.network;

/** Gives each sample of [N, sample...] a score, [N]: any real number; a loss says what it means. */
public non-sealed interface CriticArchitecture extends Architecture {
    @Override
    default CriticArchitecture resolved(NetworkSpec spec) {
        return this;
    }
}
