package org.gan4j.dsl.sketches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.api.loss.Regularizer;
import org.gan4j.api.network.CriticArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.api.optim.CosineDecay;
import org.gan4j.architectures.layers.Layer;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.architectures.patch.Patch;
import org.gan4j.dsl.Gan;
import org.gan4j.dsl.OptionsStep;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.losses.LossPresets;
import org.gan4j.losses.generator.FeatureMatching;
import org.gan4j.losses.generator.ModeSeeking;
import org.gan4j.losses.generator.PathLength;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.schedule.Scheduled;
import org.gan4j.losses.weight.WeightClipping;
import org.junit.jupiter.api.Test;

/** What regularizers need, and what is said if a GAN does not have it. */
class RegularizerProblemsTest {
    private static void refuses(OptionsStep options, String... problems) {
        assertThatThrownBy(() -> options.build().close())
                .isInstanceOfSatisfying(InvalidGanException.class, invalid -> assertThat(invalid.problems())
                        .containsExactly(problems));
    }

    private static OptionsStep images(CriticArchitecture critic, Regularizer... regularizers) {
        return Gan.builder()
                .generator(Mlp.generator().latent(2).width(4).layers(1))
                .critic(critic)
                .loss(LossPresets.NON_SATURATING)
                .data(TinySamples.of("image"))
                .regularizers(regularizers)
                .batchSize(2)
                .engine("reference");
    }

    /** A critic without heads. */
    private record Plain() implements CriticArchitecture {
        @Override
        public String name() {
            return "plain";
        }

        @Override
        public List<String> problems(NetworkSpec spec) {
            return List.of();
        }

        @Override
        public Network build(NetworkSpec spec) {
            int size = spec.input().shape().size();
            Sequential.Builder network = Sequential.in(spec.scope());
            return network.add(Layer.function("flat", x -> x.reshape(-1, size)))
                    .add(new Linear(network.scope("score"), size, 1, 1))
                    .add(Layer.function("scores", x -> x.reshape(-1)))
                    .build();
        }
    }

    @Test
    void aCriticWithoutFeaturesIsRefusedByWhatComparesThem() {
        refuses(
                images(new Plain(), FeatureMatching.of(1)),
                "the regularizer feature-matching compares the critic's features, but the critic plain has no head"
                        + " features: remove it, or use another critic, such as mlp");
        images(Mlp.critic().width(4).layers(1), FeatureMatching.of(1)).build().close();
        images(Packing.of(Mlp.critic().width(4).layers(1), 2), FeatureMatching.of(1))
                .build()
                .close();
    }

    @Test
    void anApplicationWithoutLatentsIsRefusedByWhatNeedsThem() {
        String end = " needs a generator from latents, but this application's generates from source [2, 8, 8]: remove"
                + " it, or use an application with latents";
        OptionsStep translating = Gan.builder()
                .application(new Pix2Pix(100))
                .data(TinySamples.of("source", "image"))
                .generator(new TinyTranslator(2))
                .critic(Patch.critic().layers(1).width(2))
                .batchSize(2)
                .engine("reference");
        refuses(
                translating.regularizers(
                        PathLength.standard(), new Scheduled(ModeSeeking.of(1), new CosineDecay(10, 0))),
                "the regularizer path-length" + end,
                "the regularizer mode-seeking" + end);
    }

    @Test
    void weightClippingAndAGradientPenaltyExcludeEachOther() {
        Regularizer scheduled = new Scheduled(R2.of(1), new CosineDecay(10, 0));
        for (Regularizer penalty : List.of(R1.of(1), R2.of(1), scheduled)) {
            refuses(
                    images(Mlp.critic().width(4).layers(1), penalty).constraint(new WeightClipping(0.01)),
                    "the constraint weight-clipping and a gradient penalty both bound the critic, and work against each"
                            + " other: use one of them");
        }
    }
}
