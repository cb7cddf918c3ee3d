package org.gan4j.apps.progressive;

import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.apps.TinyApplication;
import org.gan4j.architectures.progressive.Progressive;

class ProgressiveGrowingContractTest extends TinyApplication {
    @Override
    protected Application application() {
        return ProgressiveGrowing.standard().steps(3, 4);
    }

    @Override
    protected GanComponents components() {
        return super.components()
                .generator(Progressive.generator().latent(3).base(16).maxWidth(3))
                .critic(Progressive.critic().base(16).maxWidth(3));
    }
}
