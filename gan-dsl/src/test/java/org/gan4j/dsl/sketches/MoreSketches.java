package org.gan4j.dsl.sketches;

import static org.gan4j.api.application.GanComponents.EMA;

import org.gan4j.api.application.Application;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.loss.Regularizer.Role;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Activation;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.mlp.MlpCritic;
import org.gan4j.architectures.mlp.MlpGenerator;
import org.gan4j.architectures.mlp.Output;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.dsl.sketches.FormulaData.Kind;
import org.gan4j.dsl.sketches.Sequences.Learning;
import org.gan4j.losses.LossPresets;
import org.gan4j.losses.generator.PathLength;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.weight.OrthogonalWeights;

/** Small GANs of the sketches, in Java and in a file. */
enum MoreSketches {
    SEMI_SUPERVISED(
            new SemiSupervised(),
            Kind.SPARSE_LABELS,
            LossPresets.NON_SATURATING
                    .components()
                    .generator(generator())
                    .critic(SpectralNorm.critic(critic()))
                    .regularizers(new R1(1, 2), OrthogonalWeights.of(Role.GENERATOR)),
            """
            application: sparse-labels
            generator: {name: mlp, latent: 4, layers: 1, width: 6, activation: leaky_relu}
            critic: {name: spectral-norm, of: {name: mlp, layers: 1, width: 6}}
            loss: non-saturating
            regularizers: [{name: r1, weight: 1, period: 2}, {name: orthogonal-weights, player: generator}]
            data: {name: formula, kind: sparse_labels}
            """),
    VIDEO(
            new Video(),
            Kind.CLIPS,
            LossPresets.NON_SATURATING
                    .components()
                    .generator(Dcgan.generator().latent(4).width(2))
                    .critic(Dcgan.critic().width(2))
                    .regularizers(R1.of(1), PathLength.standard()),
            """
            application: video
            generator: {name: dcgan, latent: 4, width: 2}
            critic: {name: dcgan, width: 2}
            loss: non-saturating
            regularizers: [{name: r1, weight: 1}, path-length]
            data: {name: formula, kind: clips}
            """),
    AUDIO(
            new Audio(1),
            Kind.WAVES,
            LossPresets.WGAN_GP
                    .components()
                    .generator(generator().output(Output.TANH))
                    .critic(critic())
                    .regularizers(GradientPenalty.of(0.1), PathLength.standard()),
            """
            application: {name: audio, shift: 1}
            generator: {name: mlp, latent: 4, layers: 1, width: 6, activation: leaky_relu, output: tanh}
            critic: {name: mlp, layers: 1, width: 6}
            loss: wgan-gp
            regularizers: [{name: gradient-penalty, weight: 0.1}, path-length]
            data: {name: formula, kind: waves}
            """),
    SEQUENCES(
            new Sequences(7, Learning.STRAIGHT_THROUGH),
            Kind.TEXTS,
            LossPresets.NON_SATURATING
                    .components()
                    .generator(generator().output(Output.LINEAR))
                    .critic(critic())
                    .regularizers(R1.of(1), PathLength.standard()),
            """
            application: {name: sequences, words: 7, learning: straight_through}
            generator: {name: mlp, latent: 4, layers: 1, width: 6, activation: leaky_relu, output: linear}
            critic: {name: mlp, layers: 1, width: 6}
            loss: non-saturating
            regularizers: [{name: r1, weight: 1}, path-length]
            data: {name: formula, kind: texts}
            """),
    REWARDED_SEQUENCES(
            new Sequences(7, Learning.REWARD),
            Kind.TEXTS,
            LossPresets.NON_SATURATING
                    .components()
                    .generator(generator().output(Output.LINEAR))
                    .critic(critic())
                    .regularizers(R1.of(1), OrthogonalWeights.of(Role.GENERATOR)),
            """
            application: {name: sequences, words: 7, learning: reward}
            generator: {name: mlp, latent: 4, layers: 1, width: 6, activation: leaky_relu, output: linear}
            critic: {name: mlp, layers: 1, width: 6}
            loss: non-saturating
            regularizers: [{name: r1, weight: 1}, {name: orthogonal-weights, player: generator}]
            data: {name: formula, kind: texts}
            """),
    TABULAR(
            new Tabular(3),
            Kind.ROWS,
            LossPresets.WGAN_GP
                    .components()
                    .generator(generator().output(Output.LINEAR))
                    .critic(Packing.of(critic(), 2))
                    .regularizers(GradientPenalty.of(0.1)),
            """
            application: {name: tabular, kinds: 3}
            generator: {name: mlp, latent: 4, layers: 1, width: 6, activation: leaky_relu, output: linear}
            critic: {name: packed, samples: 2, of: {name: mlp, layers: 1, width: 6}}
            loss: wgan-gp
            regularizers: [{name: gradient-penalty, weight: 0.1}]
            data: {name: formula, kind: rows}
            """),
    PROGRESSIVE_GROWING(
            new ProgressiveGrowing(2, 6, 3, 2),
            Kind.IMAGES,
            LossPresets.NON_SATURATING
                    .components()
                    .generator(Dcgan.generator().latent(4).width(2))
                    .critic(Dcgan.critic().width(2))
                    .regularizers(R1.of(1), PathLength.standard()),
            """
            application: {name: progressive-growing, half-steps: 2, half-batch: 6, fade-steps: 3, width: 2}
            generator: {name: dcgan, latent: 4, width: 2}
            critic: {name: dcgan, width: 2}
            loss: non-saturating
            regularizers: [{name: r1, weight: 1}, path-length]
            data: {name: formula, kind: images}
            """);

    private final Application application;
    private final DataSource data;
    private final GanComponents components;
    private final String yaml;

    MoreSketches(Application application, Kind kind, GanComponents components, String yaml) {
        this.application = application;
        this.data = new FormulaData(kind);
        this.components = components.with(EMA, 0.9);
        this.yaml = yaml;
    }

    /** So few units of ReLU could all be 0 for a sample, at which the path length has no derivative. */
    private static MlpGenerator generator() {
        return Mlp.generator().latent(4).layers(1).width(6).activation(Activation.LEAKY_RELU);
    }

    private static MlpCritic critic() {
        return Mlp.critic().layers(1).width(6);
    }

    Application application() {
        return application;
    }

    DataSource data() {
        return data;
    }

    GanComponents components() {
        return components;
    }

    /** Returns the text of an experiment.yaml. */
    String yaml() {
        return yaml + "ema: 0.9\nbatch-size: 2\nengine: reference\n";
    }
}
