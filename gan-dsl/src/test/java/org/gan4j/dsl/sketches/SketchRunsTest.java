package org.gan4j.dsl.sketches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.api.training.TrainingLength.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.game.Adaptive;
import org.gan4j.api.game.Extragradient;
import org.gan4j.api.game.Simultaneous;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.optim.Clipped;
import org.gan4j.api.optim.OptimisticAdam;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.resnet.ResNet;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.data.Unpaired;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.experiment.Experiment;
import org.gan4j.dsl.spec.GanSpec;
import org.gan4j.losses.augment.DiffAugment;
import org.gan4j.losses.generator.PathLength;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.weight.OrthogonalWeights;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.io.Safetensors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sketch, written as a file and as a program, trains to the same tensors, also if it is interrupted. */
class SketchRunsTest {
    private static final String LAST = "checkpoints/step-000005.safetensors";

    private static final String COMMON = """
            batch-size: 4
            ema: 0.9
            engine: reference
            """;

    private static final Regularizer ORTHOGONAL = OrthogonalWeights.of(Regularizer.Role.GENERATOR);

    @TempDir
    private Path folder;

    /** The same experiment as a file and as a program. */
    private record Written(String yaml, OptionsStep built) {
        @Override
        public String toString() {
            return built.spec().application().name();
        }
    }

    private static OptionsStep built(
            Application application, GeneratorArchitecture generator, CriticArchitecture critic, DataSource data) {
        return Gan.builder()
                .application(application)
                .data(data)
                .generator(generator)
                .critic(critic)
                .batchSize(4)
                .ema(0.9)
                .engine("reference");
    }

    static List<Written> sketches() {
        return List.of(imitation(), labelConditional(), superResolution(), textToImage(), pix2pix(), cycleGan());
    }

    private static Written imitation() {
        return new Written(
                """
                application: {name: imitation, field: point}
                data: {name: tiny-samples, fields: [point]}
                generator: {name: mlp, latent: 2, width: 4, layers: 1, activation: TANH}
                critic: {name: packed, samples: 2, of: {name: mlp, width: 4, layers: 1}}
                regularizers: [{name: gradient-penalty, weight: 10}, {name: path-length, period: 2}]
                critic-updates: 2
                """,
                built(
                                new Imitation("point"),
                                Mlp.generator().latent(2).width(4).layers(1).activation(Activation.TANH),
                                Packing.of(Mlp.critic().width(4).layers(1), 2),
                                TinySamples.of("point"))
                        .regularizers(GradientPenalty.of(10), new PathLength(2, 0.01, 2))
                        .criticUpdates(2));
    }

    private static Written labelConditional() {
        return new Written(
                """
                application: label-conditional
                data: {name: tiny-samples, fields: [image, label]}
                generator: {name: resnet, latent: 2, width: 2}
                critic: {name: resnet, width: 2}
                regularizers: [{name: r1, weight: 1}]
                coordination: extragradient
                """,
                built(
                                new LabelConditional(),
                                ResNet.generator().latent(2).width(2),
                                ResNet.critic().width(2),
                                TinySamples.of("image", "label"))
                        .regularizers(R1.of(1))
                        .coordination(new Extragradient()));
    }

    private static Written superResolution() {
        return new Written(
                """
                application: {name: super-resolution, content-steps: 2}
                data: {name: tiny-samples, fields: [image]}
                generator: {name: tiny-translator, width: 2}
                critic: {name: dcgan, width: 2}
                regularizers: [{name: r1, weight: 1}, orthogonal-weights]
                coordination: simultaneous
                generator-optimizer: {name: clipped, norm: 0.5, of: {name: optimistic-adam, beta1: 0.25}}
                """,
                built(
                                new SuperResolution(2),
                                new TinyTranslator(2),
                                Dcgan.critic().width(2),
                                TinySamples.of("image"))
                        .regularizers(R1.of(1), ORTHOGONAL)
                        .coordination(new Simultaneous())
                        .generatorOptimizer(new Clipped(OptimisticAdam.of(1e-4, 0.25, 0.9), 0.5)));
    }

    private static Written textToImage() {
        return new Written(
                """
                application: text-to-image
                data: {name: tiny-samples, fields: [image, text]}
                generator: {name: dcgan, latent: 2, width: 2}
                critic: {name: dcgan, width: 2}
                regularizers: [{name: r1, weight: 1}]
                augmentations: [diff-augment]
                coordination: {name: adaptive, lambda: 0.5}
                """,
                built(
                                new TextToImage(),
                                Dcgan.generator().latent(2).width(2),
                                Dcgan.critic().width(2),
                                TinySamples.of("image", "text"))
                        .regularizers(R1.of(1))
                        .augmentations(DiffAugment.all())
                        .coordination(new Adaptive(0.5)));
    }

    private static Written pix2pix() {
        return new Written(
                """
                application: {name: pix2pix, weight: 10}
                data: {name: tiny-samples, fields: [source, image]}
                generator: {name: tiny-translator, width: 2}
                critic: {name: patch, layers: 1, width: 2}
                regularizers: [{name: r1, weight: 1}]
                unrolled: 1
                """,
                built(
                                new Pix2Pix(10),
                                new TinyTranslator(2),
                                Patch.critic().layers(1).width(2),
                                TinySamples.of("source", "image"))
                        .regularizers(R1.of(1))
                        .set(GanComponents.UNROLLED, 1));
    }

    private static Written cycleGan() {
        return new Written(
                """
                application: {name: cycle-gan, weight: 10}
                data: {name: unpaired, data: {name: tiny-samples}, other: {name: tiny-samples, phase: 1}}
                generator: {name: tiny-translator, width: 2}
                critic: {name: spectral-norm, of: {name: patch, layers: 1, width: 2}}
                regularizers: [{name: r1, weight: 1}, orthogonal-weights]
                coordination: simultaneous
                generator-optimizer: {name: clipped, norm: 0.5, of: {name: optimistic-adam, beta1: 0.25}}
                """,
                built(
                                new CycleGan(10),
                                new TinyTranslator(2),
                                SpectralNorm.critic(Patch.critic().layers(1).width(2)),
                                new Unpaired(
                                        TinySamples.of("image"),
                                        TinySamples.of("image").phase(1)))
                        .regularizers(R1.of(1), ORTHOGONAL)
                        .coordination(new Simultaneous())
                        .generatorOptimizer(new Clipped(OptimisticAdam.of(1e-4, 0.25, 0.9), 0.5)));
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void anInterruptedRunOfAFileEqualsAnUninterruptedOneOfAProgram(Written sketch) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.yaml"), COMMON + sketch.yaml());
        GanSpec read = Experiment.read(file).spec();
        Path interrupted = folder.resolve("interrupted");
        try (Gan gan = Gan.of(read.into(interrupted))) {
            gan.train(steps(4));
        }
        try (Gan gan = Gan.load(interrupted)) {
            assertThat(gan.steps()).isEqualTo(4);
            assertThat(gan.train(steps(1)).metrics().values()).isNotEmpty().allMatch(Double::isFinite);
        }
        Path whole = folder.resolve("whole");
        try (Gan gan = Gan.of(read.into(whole))) {
            gan.train(steps(5));
        }
        Path program = folder.resolve("program");
        try (Gan gan = sketch.built().runDirectory(program).build()) {
            gan.train(steps(5));
        }
        assertThat(tensors(interrupted)).isNotEmpty().isEqualTo(tensors(whole));
        assertThat(program.resolve(LAST)).hasSameBinaryContentAs(whole.resolve(LAST));
        assertThat(program.resolve("experiment.yaml")).hasSameBinaryContentAs(whole.resolve("experiment.yaml"));
    }

    private static Map<String, TensorData> tensors(Path run) {
        return Safetensors.read(run.resolve(LAST)).tensors();
    }
}
