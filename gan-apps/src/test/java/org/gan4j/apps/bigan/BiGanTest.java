package org.gan4j.apps.bigan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.inference.Encoder;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.network.GeneratorArchitecture;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.api.training.TrainingResult;
import org.gan4j.architectures.dcgan.Dcgan;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.architectures.resnet.ResNet;
import org.gan4j.losses.LossPresets;
import org.gan4j.losses.augment.Ada;
import org.gan4j.losses.augment.DiffAugment;
import org.gan4j.losses.generator.ModeSeeking;
import org.gan4j.losses.penalty.Consistency;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.RandomKey;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.RunAtOnce;
import org.gan4j.training.GameTrainer;
import org.junit.jupiter.api.Test;

class BiGanTest {
    private static final int BATCH = 32;

    /** Returns points that are normally distributed along two axes of lengths 0.6 and 0.2, turned. */
    private static Dataset turned() {
        TensorData drawn = RandomKey.of(7).normal(256, 2).evaluate();
        float[][] points = IntStream.range(0, 256)
                .mapToObj(i -> {
                    double u = 0.6 * drawn.get(2 * i);
                    double v = 0.2 * drawn.get(2 * i + 1);
                    return new float[] {(float) (0.8 * u - 0.6 * v), (float) (0.6 * u + 0.8 * v)};
                })
                .toArray(float[][]::new);
        return DataSource.of(points).open();
    }

    private static Dataset images() {
        TensorData pixels = RandomKey.of(3).normal(8, 64).mul(0.5).evaluate();
        float[][] rows = IntStream.range(0, 8)
                .mapToObj(i -> pixels.rows(i, i + 1).toFloats())
                .toArray(float[][]::new);
        return DataSource.of(rows, 1, 8, 8).open();
    }

    private static TrainingResult train(Session session, Plan plan, Dataset data, int batch, int steps) {
        BatchSource batches = number -> data.read(IntStream.range(0, batch)
                .map(i -> (int) ((number * batch + i) % data.size()))
                .toArray());
        return new GameTrainer(session)
                .train(new TrainingRequest(plan.phaseSchedule(), batches, batch, 5, 0, steps, () -> false, List.of()));
    }

    private static Plan plan(BiGan application, GanComponents open, Dataset data) {
        DataSchema schema = DataSchema.of(data);
        GanComponents components = application.complete(open, schema);
        assertThat(application.problems(components, schema)).isEmpty();
        return application.plan(application.resolved(components, schema), schema, 5);
    }

    /** Returns the mean square error of reconstructions, divided by the variance of the data. */
    private static double unexplained(BiGan application, int steps) {
        Dataset data = turned();
        GanComponents components = LossPresets.NON_SATURATING
                .components()
                .generator(Mlp.generator().latent(2).layers(2).width(32))
                .critic(Mlp.critic().layers(2).width(32))
                .with(GanComponents.EMA, 0.0)
                .optimizer(Adam.of(0.003, 0.5, 0.999));
        Plan plan = plan(application, components, data);
        try (Session session = new ReferenceEngine().open()) {
            train(session, plan, data, BATCH, steps);
            TensorData all =
                    data.read(IntStream.range(0, data.size()).toArray()).get(Field.IMAGE);
            Encoder encoder = plan.capability(Encoder.class, new RunAtOnce(session, plan));
            assertThat(encoder.encode(all, Weights.LATEST).shape()).isEqualTo(Shape.of(256, 2));
            Tensor real = Tensor.of(all);
            Tensor error = Tensor.of(encoder.reconstruct(all, Weights.LATEST)).sub(real);
            Tensor variance = real.sub(real.mean(0)).square().mean();
            return error.square().mean().div(variance).evaluate().toFloats()[0];
        }
    }

    @Test
    void theEncoderInvertsTheGeneratorWithoutADistanceInItsObjective() {
        assertThat(unexplained(new BiGan(32, false, 0), 1)).isGreaterThan(0.7);
        assertThat(unexplained(new BiGan(32, false, 0), 600)).isLessThan(0.35);
    }

    @Test
    void theEncoderOfAliInvertsItToo() {
        assertThat(unexplained(new BiGan(32, true, 0), 600)).isLessThan(0.5);
    }

    /** Two players of opposite objectives: with equal scores of both kinds of pairs, both lose 2 log 2. */
    @Test
    void bothPlayersMinimizeTheLossWithTheRolesExchanged() {
        Dataset data = images();
        GanComponents small = GanComponents.open()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2))
                .optimizer(Adam.of(1e-9, 0.5, 0.999));
        try (Session session = new ReferenceEngine().open()) {
            Map<String, Double> metrics = train(session, plan(new BiGan(2, false, 0), small, data), data, 8, 1)
                    .metrics();
            double critic = metrics.get("loss.critic");
            double generator = metrics.get("loss.generator");
            // softplus(a) + softplus(b) and softplus(-a) + softplus(-b): their product has its minimum at a = b = 0
            assertThat(critic + generator).isGreaterThanOrEqualTo(4 * Math.log(2) - 1e-6);
        }
    }

    @Test
    void penaltiesAugmentationsAndUnrollingApplyToPairs() {
        GanComponents dcgan = GanComponents.open()
                .generator(Dcgan.generator().latent(4).width(2))
                .critic(Dcgan.critic().width(2));
        List<GanComponents> variants = List.of(
                LossPresets.R3GAN.components().orElse(dcgan),
                LossPresets.WGAN_GP.components().orElse(dcgan),
                dcgan.with(GanComponents.AUGMENTATIONS, List.of(DiffAugment.all())),
                dcgan.with(GanComponents.AUGMENTATIONS, List.of(Ada.of(DiffAugment.all()))),
                dcgan.with(GanComponents.UNROLLED, 1),
                generator(ResNet.generator().latent(4).width(2))
                        .critic(ResNet.critic().width(2)),
                generator(Mlp.generator().latent(4).width(8))
                        .critic(Mlp.critic().width(8)));
        for (GanComponents each : variants) {
            try (Session session = new ReferenceEngine().open()) {
                Dataset data = images();
                TrainingResult result = train(session, plan(BiGan.deterministic(), each, data), data, 4, 2);
                assertThat(result.metrics().values()).as(each.toString()).allMatch(Double::isFinite);
            }
        }
    }

    private static GanComponents generator(GeneratorArchitecture architecture) {
        return GanComponents.open().generator(architecture);
    }

    @Test
    void whatPairsDoNotFitIsNamed() {
        DataSchema schema = DataSchema.of(images());
        GanComponents open = BiGan.deterministic().complete(GanComponents.open(), schema);
        assertThat(BiGan.deterministic().problems(open.regularizers(ModeSeeking.of(1), Consistency.standard()), schema))
                .containsExactly(
                        "the regularizer mode-seeking compares samples of other latents, but bigan's samples are pairs"
                                + " with latents: remove it",
                        "the regularizer consistency changes images, but bigan's samples are pairs of an image and"
                                + " latents: remove it, or use its augmentation as one of the augmentations");
        DataSchema unlike = new DataSchema(List.of(new Field("sound", DType.FLOAT, Shape.of(8))), List.of());
        assertThat(new BiGan(0, false, -1).problems(unlike))
                .containsExactly(
                        "the data have no field image to imitate; they have [sound]",
                        "bigan needs a width of at least 1, not 0: 256 is usual",
                        "the weight of the reconstruction must be at least 0, not -1.0: 0 leaves it out, as in the"
                                + " papers");
    }
}
