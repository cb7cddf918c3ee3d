package org.gan4j.dsl.sketches;

import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.resnet.ResNet;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.data.Unpaired;
import org.gan4j.losses.LossPresets;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.weight.OrthogonalWeights;
import org.junit.jupiter.api.Nested;

class SketchContractTest {
    abstract static class Sketch extends TinyContract {
        private final Application application;
        private final GeneratorArchitecture generator;
        private final CriticArchitecture critic;
        private final DataSource data;

        Sketch(Application application, GeneratorArchitecture generator, CriticArchitecture critic, DataSource data) {
            this.application = application;
            this.generator = generator;
            this.critic = critic;
            this.data = data;
        }

        @Override
        protected Application application() {
            return application;
        }

        @Override
        protected GanComponents components() {
            return LossPresets.NON_SATURATING
                    .components()
                    .generator(generator)
                    .critic(critic)
                    .regularizers(R1.of(1), OrthogonalWeights.of(Regularizer.Role.GENERATOR))
                    .with(GanComponents.CRITIC_UPDATES, 2)
                    .with(GanComponents.EMA, 0.9);
        }

        @Override
        protected Dataset data() {
            return data.open();
        }
    }

    @Nested
    class OfImitation extends Sketch {
        OfImitation() {
            super(
                    new Imitation("point"),
                    Mlp.generator().latent(2).width(4).layers(1),
                    Packing.of(Mlp.critic().width(4).layers(1), 2),
                    TinySamples.of("point"));
        }
    }

    @Nested
    class OfLabelConditional extends Sketch {
        OfLabelConditional() {
            super(
                    new LabelConditional(),
                    ResNet.generator().latent(2).width(2),
                    ResNet.critic().width(2),
                    TinySamples.of("image", "label"));
        }
    }

    @Nested
    class OfSuperResolution extends Sketch {
        OfSuperResolution() {
            super(new SuperResolution(2), new TinyTranslator(2), Dcgan.critic().width(2), TinySamples.of("image"));
        }
    }

    @Nested
    class OfTextToImage extends Sketch {
        OfTextToImage() {
            super(
                    new TextToImage(),
                    Dcgan.generator().latent(2).width(2),
                    Dcgan.critic().width(2),
                    TinySamples.of("image", "text"));
        }
    }

    @Nested
    class OfPix2Pix extends Sketch {
        OfPix2Pix() {
            super(
                    new Pix2Pix(100),
                    new TinyTranslator(2),
                    Patch.critic().layers(1).width(2),
                    TinySamples.of("source", "image"));
        }
    }

    @Nested
    class OfCycleGan extends Sketch {
        OfCycleGan() {
            super(
                    new CycleGan(10),
                    new TinyTranslator(2),
                    SpectralNorm.critic(Patch.critic().layers(1).width(2)),
                    new Unpaired(
                            TinySamples.of("image"), TinySamples.of("image").phase(1)));
        }
    }
}
