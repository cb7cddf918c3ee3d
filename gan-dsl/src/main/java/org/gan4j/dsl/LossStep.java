package org.gan4j.dsl;

import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.loss.LossPreset;

/** The third step of {@link Gan#builder()}: what the two minimize. */
public interface LossStep {
    /** A paper's recipe, such as {@code WGAN_GP}: loss, penalties, optimizers and critic steps; later options win. */
    DataStep loss(LossPreset preset);

    /** A loss on its own, with DCGAN's optimizer (Adam 2e-4, 0.5, 0.999) and one critic step; later options win. */
    DataStep loss(AdversarialLoss loss);
}
