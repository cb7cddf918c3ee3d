package org.gan4j.apps.semisupervised;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.LossPreset;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Extragradient;
import org.gan4j.api.inference.Classifier;
import org.gan4j.api.inference.LatentSampler;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.network.Outputs;
import org.gan4j.apps.StubNetwork;
import org.gan4j.apps.conditional.Conditional;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.junit.jupiter.api.Test;

class SemiSupervisedTest {
    private static final Field IMAGE = new Field("image", DType.FLOAT, Shape.of(1, 8, 8));
    private static final Field LABELED = new Field("labelled", DType.FLOAT, Shape.of(1, 8, 8));
    private static final Field LABEL = new Field("label", DType.INT, Shape.scalar());
    private static final List<String> CLASSES = List.of("a", "b");

    private static GanComponents components(CriticArchitecture critic, LossPreset preset) {
        return preset.components()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(critic)
                .with(GanComponents.CRITIC_UPDATES, 1)
                .with(GanComponents.EMA, 0.9);
    }

    private static GanComponents components() {
        return components(Mlp.critic().width(3), LossPresets.NON_SATURATING);
    }

    private static List<String> problems(Field... fields) {
        DataSchema data = new DataSchema(List.of(fields), CLASSES);
        List<String> ofData = SemiSupervised.featureMatching().problems(data);
        return ofData.isEmpty() ? SemiSupervised.featureMatching().problems(components(), data) : ofData;
    }

    @Test
    void dataThatFitHaveNoProblem() {
        assertThat(problems(IMAGE, LABELED, LABEL)).isEmpty();
    }

    @Test
    void plainDataNeedWrapping() {
        assertThat(problems(IMAGE, LABEL))
                .containsExactly("the application semi-supervised needs the fields image, labelled and label; the data"
                        + " have [image, label]: wrap data with labels in the data source partly-labeled, as in"
                        + " data: {name: partly-labeled, labels: 100, data: fashion-mnist}");
    }

    @Test
    void labeledSamplesAreLikeTheOthersAndLabelsOneNumber() {
        assertThat(problems(
                        IMAGE,
                        new Field("labelled", DType.FLOAT, Shape.of(1, 4, 4)),
                        new Field("label", DType.FLOAT, Shape.of(2))))
                .containsExactly(
                        "labeled samples must have the form of the unlabeled ones, FLOAT [1, 8, 8]; they are FLOAT"
                                + " [1, 4, 4]: use the data source partly-labeled, which takes both from the same data",
                        "the field label must hold one INT per sample, the index of its class; it is FLOAT [2]: use"
                                + " withLabels for your own data");
    }

    @Test
    void oneClassIsRefused() {
        assertThat(SemiSupervised.labelsAlone()
                        .problems(new DataSchema(List.of(IMAGE, LABELED, LABEL), List.of("only"))))
                .containsExactly("the application semi-supervised needs at least 2 classes; the data have"
                        + " 1: use data with more classes");
    }

    @Test
    void aCriticWithoutFeaturesIsRefused() {
        record Bare() implements CriticArchitecture {
            @Override
            public String name() {
                return "bare";
            }

            @Override
            public List<String> problems(NetworkSpec spec) {
                return List.of();
            }

            @Override
            public Network build(NetworkSpec spec) {
                return new StubNetwork("critic", List.of(), (parameters, x) -> Outputs.of(x.sum(1, 2, 3)));
            }
        }
        assertThat(SemiSupervised.featureMatching()
                        .problems(
                                components(new Bare(), LossPresets.NON_SATURATING),
                                new DataSchema(List.of(IMAGE, LABELED, LABEL), CLASSES)))
                .containsExactly("the critic bare has no head features, by which samples are classified and matched:"
                        + " add one to it, or use another critic, such as mlp");
    }

    @Test
    void conditionalGansRefuseLabelsOfOtherSamples() {
        assertThat(Conditional.auxiliary().problems(new DataSchema(List.of(IMAGE, LABELED, LABEL), CLASSES)))
                .containsExactly("the labels of these data belong to the field labelled, not to the field image: remove"
                        + " the data source partly-labeled, or use the application semi-supervised");
    }

    @Test
    void bothKindsClassifyAndOnlyTheGameMakesSamples() {
        DataSchema data = new DataSchema(List.of(IMAGE, LABELED, LABEL), CLASSES);
        Plan game = SemiSupervised.featureMatching().plan(components(), data, 1);
        Plan alone = SemiSupervised.labelsAlone().plan(components(), data, 1);
        assertThat(game.has(Classifier.class)).isTrue();
        assertThat(game.has(LatentSampler.class)).isTrue();
        assertThat(alone.has(Classifier.class)).isTrue();
        assertThat(alone.has(LatentSampler.class)).isFalse();
        assertThat(alone.networks()).extracting(Network::name).containsExactly("critic", "class-logits");
    }

    @Test
    void onlyTheGameIsCoordinated() {
        assertThat(SemiSupervised.featureMatching().uses()).contains(GanComponents.COORDINATION);
        assertThat(SemiSupervised.labelsAlone().uses()).doesNotContain(GanComponents.COORDINATION);
        assertThat(GanComponents.open()
                        .with(GanComponents.COORDINATION, new Extragradient())
                        .unused("semi-supervised", SemiSupervised.labelsAlone().uses()))
                .hasSize(1);
    }
}
