package org.gan4j.apps.superresolution;

import java.util.Set;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSource;
import org.gan4j.apps.TinyApplication;
import org.gan4j.architectures.srresnet.SrResNet;
import org.gan4j.losses.LossPresets;
import org.junit.jupiter.api.Nested;

class SuperResolutionContractTest {
    /** Small images that are reduced from the originals. */
    @Nested
    class Reduced extends TinySuperResolution {}

    /** Small images that the data have. */
    @Nested
    class Given extends TinySuperResolution {
        @Override
        protected DataSource source() {
            return new PairedImages();
        }

        @Override
        protected Set<String> optionalFields() {
            return Set.of(SmallImages.NAME);
        }
    }

    private abstract static class TinySuperResolution extends TinyApplication {
        @Override
        protected Application application() {
            return SuperResolution.srgan().scale(2).content(Content.PIXELS).pixelSteps(2);
        }

        @Override
        protected GanComponents components() {
            return LossPresets.NON_SATURATING
                    .components()
                    .generator(SrResNet.generator().width(2).blocks(1))
                    .critic(SrResNet.critic().width(2))
                    .with(GanComponents.CRITIC_UPDATES, 2)
                    .with(GanComponents.EMA, 0.9);
        }
    }
}
