package org.gan4j.architectures;

import java.util.List;
import org.gan4j.api.CriticArchitecture;
import org.gan4j.api.GanPlugin;
import org.gan4j.api.GeneratorArchitecture;

/** Makes what is in this module known by name. */
public final class ArchitecturesPlugin implements GanPlugin {
    @Override
    public List<GeneratorArchitecture> generators() {
        return List.of(Dcgan.generator(), Mlp.generator(), ResNet.generator());
    }

    @Override
    public List<CriticArchitecture> critics() {
        return List.of(Dcgan.critic(), Mlp.critic(), Mlp.noisyCritic(), ResNet.critic());
    }
}
