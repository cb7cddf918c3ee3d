package org.gan4j.dsl;

import org.gan4j.api.network.CriticArchitecture;

/** The second step of {@link Gan#builder()}: what scores samples. */
public interface CriticStep {
    /** For example {@code Dcgan.critic()}. */
    LossStep critic(CriticArchitecture critic);

    /** The same step under its older name. */
    default LossStep discriminator(CriticArchitecture discriminator) {
        return critic(discriminator);
    }
}
