package org.gan4j.dsl;

import org.gan4j.api.application.LossPreset;
import org.gan4j.api.loss.AdversarialLoss;

/** The third step of {@link Gan#builder()}: the loss, which generator and critic minimize. */
public interface LossStep {
    /**
     * Sets a loss with its paper's settings, such as {@code WGAN_GP}: regularizers, constraint, optimizers and critic
     * updates per step. Options that are set later override these.
     *
     * @return the step that sets the data
     */
    DataStep loss(LossPreset preset);

    /**
     * Sets a loss alone, with DCGAN's optimizer (Adam with learning rate 2e-4, β1 0.5 and β2 0.999) and one critic
     * update per step. Options that are set later override these.
     *
     * @return the step that sets the data
     */
    DataStep loss(AdversarialLoss loss);
}
