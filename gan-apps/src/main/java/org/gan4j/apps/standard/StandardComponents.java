package org.gan4j.apps.standard;

import org.gan4j.api.application.GanComponents;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.Shape;

/** The components that most applications choose if the user leaves them open. */
public final class StandardComponents {
    private StandardComponents() {}

    /**
     * Returns DCGAN's networks for images and linear layers for vectors, with the non-saturating loss and DCGAN's
     * optimizer.
     *
     * @param sample the shape of one sample, without the batch
     */
    public static GanComponents of(Shape sample) {
        GanComponents loss = LossPresets.NON_SATURATING.components();
        return sample.rank() == 3
                ? loss.generator(Dcgan.generator()).critic(Dcgan.critic())
                : loss.generator(Mlp.generator()).critic(Mlp.critic());
    }
}
