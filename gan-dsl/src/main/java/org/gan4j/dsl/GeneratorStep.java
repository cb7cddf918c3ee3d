package org.gan4j.dsl;

import org.gan4j.api.network.GeneratorArchitecture;

/** The first step of {@link Gan#builder()}: what makes samples. */
public interface GeneratorStep {
    /** For example {@code Dcgan.generator().latent(100)}. */
    CriticStep generator(GeneratorArchitecture generator);
}
