package org.gan4j.dsl;

import org.gan4j.api.network.CriticArchitecture;

/** The second step of {@link Gan#builder()}: the critic, which scores samples. */
public interface CriticStep {
    /**
     * Sets the architecture of the critic, such as {@code Dcgan.critic()}.
     *
     * @return the step that sets the loss
     */
    LossStep critic(CriticArchitecture critic);

    /**
     * Sets the architecture of the critic. Same as {@link #critic}, under the name that Goodfellow et al. use.
     *
     * @return the step that sets the loss
     */
    default LossStep discriminator(CriticArchitecture discriminator) {
        return critic(discriminator);
    }
}
