package org.gan4j.dsl;

import org.gan4j.api.application.LossPreset;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.data.FashionMnist;

/** GANs small enough for the reference engine. */
public final class TinyGans {
    private TinyGans() {}

    public static OptionsStep of(LossPreset preset) {
        return Gan.builder()
                .generator(Dcgan.generator().latent(6).width(2))
                .critic(Dcgan.critic().width(2))
                .loss(preset)
                .data(FashionMnist.embedded())
                .batchSize(4)
                .engine("reference");
    }
}
