package org.gan4j.architectures;

import java.util.List;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.CriticWrapper;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.plugin.GanPlugin;
import org.gan4j.architectures.anime.Anime;
import org.gan4j.architectures.biggan.BigGan;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.dirac.Dirac;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.progressive.Progressive;
import org.gan4j.architectures.r3gan.R3Gan;
import org.gan4j.architectures.refiner.Refinement;
import org.gan4j.architectures.resnet.ResNet;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.architectures.srresnet.SrResNet;
import org.gan4j.architectures.style.Style;
import org.gan4j.architectures.translator.ResNetTranslator;
import org.gan4j.architectures.unet.UNet;

/** The plug-in that registers this module's generators and critics by name. */
public final class ArchitecturesPlugin implements GanPlugin {
    @Override
    public List<GeneratorArchitecture> generators() {
        return List.of(
                Dcgan.generator(),
                Mlp.generator(),
                ResNet.generator(),
                R3Gan.generator(),
                Progressive.generator(),
                Style.generator(),
                BigGan.generator(),
                Dirac.generator(),
                SrResNet.generator(),
                Anime.generator(),
                UNet.generator(),
                ResNetTranslator.generator(),
                Refinement.refiner(),
                SpectralNorm.generator(Dcgan.generator()));
    }

    @Override
    public List<CriticArchitecture> critics() {
        return List.of(
                Dcgan.critic(),
                Mlp.critic(),
                Mlp.noisyCritic(),
                ResNet.critic(),
                Patch.critic(),
                R3Gan.critic(),
                Progressive.critic(),
                BigGan.critic(),
                Dirac.critic(),
                SrResNet.critic(),
                Anime.critic(),
                Refinement.critic(),
                UNet.critic(),
                SpectralNorm.critic(Dcgan.critic()),
                Packing.of(Dcgan.critic(), 2));
    }

    @Override
    public List<CriticWrapper> criticWrappers() {
        return List.of(SpectralNorm.standard(), new Packing(2));
    }
}
