package org.gan4j.apps.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.ConditionalSampler;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.architectures.biggan.BigGan;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.architectures.resnet.ResNet;
import org.gan4j.architectures.spectral.SpectralNorm;
import org.gan4j.losses.LossPresets;
import org.gan4j.losses.weight.OrthogonalWeights;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.RunAtOnce;
import org.gan4j.training.GameTrainer;
import org.gan4j.training.PreviewRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionalTest {
    private static final Field LABEL = new Field(Field.LABEL, DType.INT, Shape.scalar());
    private static final List<String> NAMES = List.of("Trouser", "Ankle boot", "2");

    private static DataSchema data(long... shape) {
        return new DataSchema(List.of(new Field(Field.IMAGE, DType.FLOAT, Shape.of(shape)), LABEL), NAMES);
    }

    private static GanComponents components(
            GeneratorArchitecture generator, CriticArchitecture critic, LossPreset preset) {
        return preset.components()
                .generator(generator)
                .critic(critic)
                .with(GanComponents.CRITIC_UPDATES, 1)
                .with(GanComponents.EMA, 0.9);
    }

    private static GanComponents dcgan(LossPreset preset) {
        return components(Dcgan.generator().latent(4).width(2), Dcgan.critic().width(2), preset);
    }

    static Stream<Arguments> fitting() {
        List<Arguments> all = new ArrayList<>();
        for (Conditioning kind : Conditioning.values()) {
            all.add(Arguments.of(kind, dcgan(LossPresets.NON_SATURATING), data(1, 8, 12)));
            all.add(Arguments.of(kind, dcgan(LossPresets.WGAN_GP), data(3, 8, 8)));
            all.add(Arguments.of(
                    kind,
                    components(
                            ResNet.generator().latent(4).width(2),
                            ResNet.critic().width(2).blocks(2),
                            LossPresets.NON_SATURATING),
                    data(1, 8, 8)));
            all.add(Arguments.of(
                    kind,
                    components(
                            Dcgan.generator().latent(4).width(2),
                            Patch.critic().layers(2).width(2),
                            LossPresets.WGAN_GP),
                    data(1, 12, 16)));
            all.add(Arguments.of(
                    kind,
                    components(
                            Mlp.generator().latent(4).width(6).normalization(Normalization.BATCH),
                            Mlp.critic().width(6).dropout(0.5),
                            LossPresets.NON_SATURATING),
                    data(5)));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void everyKindTrainsOnEveryFamilyOfNetworks(Conditioning kind, GanComponents open, DataSchema data) {
        Conditional application = new Conditional(kind);
        assertThat(application.problems(open, data)).isEmpty();
        GanComponents resolved = application.resolved(open, data);
        Plan plan = application.plan(resolved, data, 1);
        Session session = new ReferenceEngine().open();
        Made made = new Made(data);
        BatchSource batches = number -> made.read(0, 1, 2, (int) number % 3);
        Map<String, Double> metrics = new GameTrainer(session)
                .train(new TrainingRequest(plan.phaseSchedule(), batches, 4, 1, 0, 1, () -> false, List.of()))
                .metrics();
        assertThat(metrics.values()).allMatch(Double::isFinite);
        assertThat(metrics.containsKey("loss.generator.classes")).isEqualTo(kind == Conditioning.AUXILIARY);
        for (Network network : plan.networks()) {
            assertThat(network.parameters()).as(network.name()).anyMatch(variable -> !session.get(variable)
                    .equals(variable.initial().evaluate()));
        }
        try (PreviewRenderer shown =
                new PreviewRenderer(session, plan.phaseSchedule().at(0).preview(), made, 1)) {
            assertThat(shown.show(1).shape()).isEqualTo(data.image().batch(3 * 8));
            assertThat(shown.preview().columns()).hasValue(8);
        }
    }

    @Test
    void packsHaveLabelsButNoFeaturesOfEachSample() {
        GanComponents packed = components(
                Dcgan.generator().latent(4).width(2),
                Packing.of(Dcgan.critic().width(2), 2),
                LossPresets.NON_SATURATING);
        assertThat(Conditional.concatenation().problems(packed, data(1, 8, 8))).isEmpty();
        assertThat(Conditional.projection().problems(packed, data(1, 8, 8)))
                .containsExactly("the critic packed has features of 2 samples together, but this application needs"
                        + " those of each sample: use a critic that scores samples one by one");
    }

    @Test
    void samplesDependOnTheirLabelUnderEveryKind() {
        for (Conditioning kind : Conditioning.values()) {
            Plan plan = new Conditional(kind).plan(dcgan(LossPresets.NON_SATURATING), data(1, 8, 8), 1);
            ConditionalSampler sampling =
                    plan.capability(ConditionalSampler.class, new RunAtOnce(new ReferenceEngine().open(), plan));
            TensorData latents = Tensor.zeros(2, 4).add(0.5).evaluate();
            float[] first =
                    sampling.of("trouser").samples(latents, Weights.LATEST).toFloats();
            float[] second = sampling.of("1").samples(latents, Weights.LATEST).toFloats();
            assertThat(first).as(kind.name()).isNotEqualTo(second);
        }
    }

    @Test
    void aLabelIsANameInAnyCaseOrANumber() {
        Plan plan = Conditional.projection().plan(dcgan(LossPresets.NON_SATURATING), data(1, 8, 8), 1);
        ConditionalSampler sampling =
                plan.capability(ConditionalSampler.class, new RunAtOnce(new ReferenceEngine().open(), plan));
        TensorData latents = Tensor.zeros(1, 4).add(0.5).evaluate();
        Function<String, TensorData> of = label -> sampling.of(label).samples(latents, Weights.LATEST);
        assertThat(of.apply("ANKLE BOOT")).isEqualTo(of.apply("1")).isNotEqualTo(of.apply("0"));
        assertThatThrownBy(() -> sampling.of("trousr")).hasMessage("there is no class trousr; did you mean Trouser?");
        assertThatThrownBy(() -> sampling.of("3"))
                .hasMessage("there is no class 3; use one of Trouser, Ankle boot, 2, or an index from 0 to 2");
    }

    @Test
    void dataWithoutLabelsAreRefused() {
        DataSchema bare = new DataSchema(List.of(new Field(Field.IMAGE, DType.FLOAT, Shape.of(1, 8, 8))), List.of());
        assertThat(Conditional.projection().problems(bare))
                .containsExactly(
                        "the application conditional needs a class for each sample, the field label; the data have"
                                + " [image]: use a folder with one subfolder per class, or data with labels");
        List<Field> floating = List.of(data(1, 8, 8).image(), new Field(Field.LABEL, DType.FLOAT, Shape.of(1)));
        assertThat(Conditional.projection().problems(new DataSchema(floating, NAMES)))
                .containsExactly(
                        "the field label must hold one INT per sample, the index of its class; it is FLOAT [1]: use"
                                + " withLabels for your own data");
        DataSchema one = new DataSchema(data(1, 8, 8).fields(), List.of("only"));
        assertThat(Conditional.projection().problems(one))
                .containsExactly("the application conditional needs at least 2 classes; the data have 1: use the"
                        + " application unconditional, or data with more classes");
    }

    @Test
    void aGeneratorWithoutBatchNormalizationReceivesTheClassWithItsLatentsAlone() {
        GanComponents plain = components(
                Dcgan.generator().latent(4).width(2).normalization(Normalization.NONE),
                Dcgan.critic().width(2),
                LossPresets.NON_SATURATING);
        assertThat(Conditional.projection().problems(plain, data(1, 8, 8))).isEmpty();
    }

    @Test
    void aGeneratorThatWouldIgnoreTheClassIsRefused() {
        GanComponents plain = components(
                Dcgan.generator().latent(4).width(2).normalization(Normalization.NONE),
                Dcgan.critic().width(2),
                LossPresets.NON_SATURATING);
        assertThat(Conditional.embedding().problems(plain, data(1, 8, 8)))
                .containsExactly("the generator ignores the class, which the kind embedding gives it as the"
                        + " condition label: use the generator biggan, batch normalization, or the kind projection");
    }

    @Test
    void bigGansNetworksTrainWithSpectralNormalizationAndOrthogonalWeights() {
        GanComponents big = components(
                        SpectralNorm.generator(
                                BigGan.generator().latent(4).width(2).embedding(3)),
                        BigGan.critic().width(2),
                        LossPresets.HINGE)
                .regularizers(OrthogonalWeights.of(Regularizer.Role.GENERATOR));
        everyKindTrainsOnEveryFamilyOfNetworks(Conditioning.EMBEDDING, big, data(1, 8, 8));
    }

    @ParameterizedTest
    @EnumSource
    void batchNormalizationUnderAPenaltyIsRefusedForEveryKind(Conditioning kind) {
        List<Regularizer> penalties = LossPresets.WGAN_GP.components().regularizers();
        GanComponents mixing = components(
                Dcgan.generator().latent(4).width(2),
                Dcgan.critic().width(2).normalization(Normalization.BATCH),
                LossPresets.WGAN_GP);
        assertThat(penalties).isNotEmpty();
        assertThat(new Conditional(kind).problems(mixing, data(1, 8, 8)))
                .singleElement()
                .asString()
                .startsWith("the critic has layers that mix the samples of a batch");
    }

    /** Three samples, one per class. */
    private record Made(DataSchema data) implements Dataset {
        @Override
        public List<Field> fields() {
            return data.fields();
        }

        @Override
        public int size() {
            return 3;
        }

        @Override
        public Map<String, TensorData> read(int... indices) {
            Shape batch = data.image().batch(indices.length);
            double[] values = new double[batch.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.sin(i);
            }
            return Map.of(
                    Field.IMAGE,
                    TensorData.of(DType.FLOAT, values, batch),
                    Field.LABEL,
                    TensorData.of(indices.clone(), Shape.of(indices.length)));
        }
    }
}
