package org.gan4j.apps.translation;

import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSource;
import org.gan4j.apps.TinyApplication;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.translator.ResNetTranslator;
import org.gan4j.architectures.unet.UNet;
import org.gan4j.data.Unpaired;
import org.gan4j.losses.LossPresets;
import org.junit.jupiter.api.Nested;

class TranslationContractTest {
    @Nested
    class Paired extends TinyApplication {
        @Override
        protected Application application() {
            return Pix2Pix.paired();
        }

        @Override
        protected GanComponents components() {
            return LossPresets.NON_SATURATING
                    .components()
                    .generator(UNet.generator().width(2))
                    .critic(Patch.critic().width(2).layers(1))
                    .with(GanComponents.CRITIC_UPDATES, 2)
                    .with(GanComponents.EMA, 0.9);
        }

        @Override
        protected DataSource source() {
            return TinyPairs.paired();
        }
    }

    @Nested
    class Cyclic extends TinyApplication {
        @Override
        protected Application application() {
            return CycleGan.unpaired().pool(5);
        }

        @Override
        protected GanComponents components() {
            return LossPresets.LSGAN
                    .components()
                    .generator(ResNetTranslator.generator().width(2).blocks(1))
                    .critic(Patch.critic().width(2).layers(1))
                    .with(GanComponents.CRITIC_UPDATES, 2)
                    .with(GanComponents.EMA, 0.9);
        }

        @Override
        protected DataSource source() {
            return new Unpaired(TinyPairs.waves(1, 3), TinyPairs.waves(0.3, 3));
        }
    }
}
