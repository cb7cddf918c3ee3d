package org.gan4j.dsl;

import org.gan4j.api.application.Application;
import org.gan4j.api.network.GeneratorArchitecture;

/** The first step of {@link Gan#builder()}: the generator, which makes samples. */
public interface GeneratorStep {
    /**
     * Sets the architecture of the generator, such as {@code Dcgan.generator().latent(100)}.
     *
     * @return the step that sets the critic
     */
    CriticStep generator(GeneratorArchitecture generator);

    /**
     * Sets the application, which chooses the networks, the loss and everything else that {@link OptionsStep} leaves
     * open, such as {@code Conditional.projection()}.
     *
     * @return the step that sets the data
     */
    DataStep application(Application application);
}
