package org.gan4j.apps.style;

import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.apps.TinyApplication;
import org.gan4j.architectures.progressive.Progressive;
import org.gan4j.architectures.style.Style;
import org.gan4j.losses.generator.PathLength;
import org.gan4j.losses.penalty.R1;

class StyleGanContractTest extends TinyApplication {
    @Override
    protected Application application() {
        return StyleGan.growing().steps(3, 4);
    }

    @Override
    protected GanComponents components() {
        return super.components()
                .generator(Style.generator().latent(3).mapping(3, 2).base(16).maxWidth(3))
                .critic(Progressive.critic().filtered(true).base(16).maxWidth(3))
                .regularizers(R1.of(1), PathLength.standard());
    }
}
