package org.gan4j.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.losses.LossPresets.NON_SATURATING;
import static org.gan4j.losses.LossPresets.WGAN_GP;

import java.util.List;
import java.util.Map;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Adaptive;
import org.gan4j.api.game.Coordination;
import org.gan4j.api.game.Extragradient;
import org.gan4j.api.game.Simultaneous;
import org.gan4j.api.loss.Constraint;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.network.Network;
import org.gan4j.api.network.NetworkSpec;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.layers.Linear;
import org.gan4j.architectures.layers.Normalization;
import org.gan4j.architectures.layers.Sequential;
import org.gan4j.architectures.packing.Packing;
import org.gan4j.data.crops.ImageCrops;
import org.gan4j.data.degraded.Degraded;
import org.gan4j.data.transforms.Flip;
import org.gan4j.dsl.spec.InvalidGanException;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    /** Returns ten images of zeros, of a given shape. */
    private static DataSource images(long... shape) {
        return new DataSource() {
            @Override
            public String name() {
                return "images";
            }

            @Override
            public Dataset open() {
                return new Dataset() {
                    @Override
                    public List<Field> fields() {
                        return List.of(new Field(Field.IMAGE, DType.FLOAT, Shape.of(shape)));
                    }

                    @Override
                    public int size() {
                        return 10;
                    }

                    @Override
                    public Map<String, TensorData> read(int... indices) {
                        Shape batch = fields().get(0).batch(indices.length);
                        return Map.of(Field.IMAGE, TensorData.of(new float[batch.size()], batch));
                    }
                };
            }
        };
    }

    private static final Constraint CLIPPING = new Constraint() {
        @Override
        public String name() {
            return "clipping";
        }

        @Override
        public Tensor project(Variable parameter, Tensor updated) {
            return updated.clamp(-0.01, 0.01);
        }
    };

    private static void refuses(OptionsStep options, String... problems) {
        assertThatThrownBy(() -> options.build().close())
                .isInstanceOfSatisfying(InvalidGanException.class, invalid -> assertThat(invalid.problems())
                        .containsExactly(problems));
    }

    @Test
    void transformsOfPairsOfImagesAreRefused() {
        assertThatThrownBy(() -> Gan.builder()
                        .generator(Dcgan.generator())
                        .critic(Dcgan.critic())
                        .loss(NON_SATURATING)
                        .data(Degraded.of(ImageCrops.embedded().size(32), 2))
                        .transforms(new Flip(0.5, 0))
                        .engine("reference")
                        .build())
                .isInstanceOf(InvalidGanException.class)
                .hasMessageContaining("transforms do not apply to the data degraded");
    }

    @Test
    void settingsThatMakeNoSenseAreListedTogether() {
        refuses(
                TinyGans.of(WGAN_GP).batchSize(0).criticUpdates(0).constraint(CLIPPING),
                "the number of critic updates must be at least 1, not 0: 1 and 5 are usual",
                "the batch size must be at least 1, not 0: 64 is usual",
                "the constraint clipping and a gradient penalty both bound the critic, and work against each other:"
                        + " use one of them");
    }

    @Test
    void severalCriticUpdatesNeedPlayersThatUpdateInTurn() {
        for (Coordination coordination : List.of(new Simultaneous(), new Extragradient(), new Adaptive(1))) {
            refuses(
                    TinyGans.of(WGAN_GP).coordination(coordination),
                    "with the coordination " + coordination.name()
                            + " the critic makes one update per step, but critic-updates is 5: set critic-updates to 1,"
                            + " or use the coordination alternating");
        }
    }

    @Test
    void aBatchIsCutIntoEqualParts() {
        refuses(
                TinyGans.of(NON_SATURATING).batchSize(10).accumulation(4),
                "the accumulation cuts batches into 4 equal parts, but the batch size is 10: choose a batch size divisible"
                        + " by 4");
        refuses(
                TinyGans.of(NON_SATURATING).accumulation(0),
                "the number of parts of a batch must be at least 1, not 0: 1 computes the whole batch at once");
    }

    @Test
    void eachPartOfABatchHasWholePacks() {
        refuses(
                TinyGans.of(NON_SATURATING)
                        .critic(Packing.of(Dcgan.critic().width(2), 2))
                        .batchSize(6)
                        .accumulation(2),
                "the critic packed scores packs of 2 samples, but the batch size is 6 in 2 parts: choose a batch size"
                        + " divisible by 4");
    }

    @Test
    void batchNormalizationNeedsTwoSamplesInEachPart() {
        refuses(
                TinyGans.of(NON_SATURATING).batchSize(4).accumulation(4),
                "layers that mix the samples of a batch, such as batch normalization, need several, but each of the 4"
                        + " parts of a batch has 1: use a larger batch, a smaller accumulation, or other layers");
    }

    @Test
    void theListIsNumbered() {
        assertThatThrownBy(() ->
                        TinyGans.of(NON_SATURATING).batchSize(0).sampleEvery(-1).build())
                .hasMessage(String.join(
                        System.lineSeparator(),
                        "this GAN cannot be built, for 2 reasons:",
                        "1) the batch size must be at least 1, not 0: 64 is usual",
                        "2) the number of steps between sample grids must be at least 1, not -1: 100 is usual"));
    }

    @Test
    void dataThatDoNotFitAreDescribed() {
        OptionsStep options = Gan.builder()
                .generator(Dcgan.generator())
                .critic(Dcgan.critic())
                .loss(NON_SATURATING)
                .data(images(1, 30, 28));
        String size = "DCGAN needs a height and width divisible by 4; the data are 30×28: resize or pad them";
        refuses(
                options,
                "the batch size is 64, but the data have only 10 samples: use a smaller batch or more data",
                size);
    }

    @Test
    void batchNormalizationUnderAGradientPenaltyIsRefused() {
        refuses(
                Gan.builder()
                        .generator(Dcgan.generator().width(2))
                        .critic(Dcgan.critic().width(2).normalization(Normalization.BATCH))
                        .loss(WGAN_GP)
                        .data(images(1, 8, 8))
                        .batchSize(2)
                        .engine("reference"),
                "the critic has layers that mix the samples of a batch, such as batch normalization, but the regularizer"
                        + " gradient-penalty needs each sample's own gradient: use other layers in the critic, such as"
                        + " Normalization.LAYER, NONE or AUTO");
    }

    @Test
    void anUnknownEngineIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> TinyGans.of(NON_SATURATING).engine("nd5j").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no engine nd5j")
                .hasMessageContaining("reference");
    }

    @Test
    void aGeneratorThatMakesSomethingElseIsRefused() {
        GeneratorArchitecture flat = new GeneratorArchitecture() {
            @Override
            public String name() {
                return "flat";
            }

            @Override
            public int latent() {
                return 3;
            }

            @Override
            public List<String> problems(NetworkSpec spec) {
                return List.of();
            }

            @Override
            public Network build(NetworkSpec spec) {
                Sequential.Builder network = Sequential.in(spec.scope());
                return network.add(new Linear(network.scope("only"), 3, 5, 1)).build();
            }
        };
        refuses(
                Gan.builder()
                        .generator(flat)
                        .critic(Dcgan.critic().width(2))
                        .loss(NON_SATURATING)
                        .data(images(1, 8, 8))
                        .batchSize(2)
                        .engine("reference"),
                "the generator outputs [2, 5] instead of [2, 1, 8, 8] (samples like the data): choose an architecture that"
                        + " fits the data");
    }
}
