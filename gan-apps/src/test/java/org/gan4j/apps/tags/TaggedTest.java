package org.gan4j.apps.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.DataSchema;
import org.gan4j.api.data.DataSource;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.data.InMemoryData;
import org.gan4j.api.evaluation.Evaluable;
import org.gan4j.api.inference.TagSampler;
import org.gan4j.api.inference.Tagger;
import org.gan4j.api.inference.Weights;
import org.gan4j.api.optim.Adam;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.architectures.dirac.Dirac;
import org.gan4j.architectures.mlp.Mlp;
import org.gan4j.losses.LossPresets;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.RunAtOnce;
import org.gan4j.training.GameTrainer;
import org.junit.jupiter.api.Test;

class TaggedTest {
    private static final int SAMPLES = 96;
    private static final int BATCH = 32;

    /** A GAN after some steps. */
    private record Trained(Plan plan, Session session) implements AutoCloseable {
        static Trained after(int steps) {
            Dataset data = corners().open();
            DataSchema schema = DataSchema.of(data);
            Tagged application = Tagged.standard();
            Plan plan = application.plan(application.resolved(components(), schema), schema, 5);
            BatchSource batches = number -> data.read(IntStream.range(0, BATCH)
                    .map(i -> (int) ((number * BATCH + i) % data.size()))
                    .toArray());
            Session session = new ReferenceEngine().open();
            new GameTrainer(session)
                    .train(new TrainingRequest(
                            plan.phaseSchedule(), batches, BATCH, 5, 0, steps, () -> false, List.of()));
            return new Trained(plan, session);
        }

        <V> V capability(Class<V> kind) {
            return plan.capability(kind, new RunAtOnce(session, plan));
        }

        @Override
        public void close() {
            session.close();
        }
    }

    /** Returns points whose first number has the sign of a tag, and whose second has that of another. */
    private static InMemoryData corners() {
        float[][] points = new float[SAMPLES][];
        List<List<String>> tags = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            boolean right = i % 2 == 0;
            boolean top = i % 3 == 0;
            points[i] = new float[] {
                (float) ((right ? 0.6 : -0.6) + 0.05 * Math.sin(i)), (float) ((top ? 0.6 : -0.6) + 0.05 * Math.cos(i))
            };
            List<String> own = new ArrayList<>();
            if (right) {
                own.add("right side");
            }
            if (top) {
                own.add("top");
            }
            tags.add(own);
        }
        return DataSource.of(points).withTags(tags);
    }

    private static GanComponents components() {
        return LossPresets.NON_SATURATING
                .components()
                .generator(Mlp.generator().latent(2).layers(1).width(16))
                .critic(Mlp.critic().layers(1).width(16))
                .optimizer(Adam.of(0.01, 0.5, 0.999));
    }

    /** torch.nn.BCEWithLogitsLoss()(tensor([[0.5, -2.], [3., 0.]]), tensor([[1., 0.], [0., 1.]])), as computed by PyTorch. */
    @Test
    void theTermIsTheMeanCrossEntropyOfSigmoids() {
        Tensor logits = Tensor.of(new float[] {0.5f, -2, 3, 0}, 2, 2);
        Tensor tags = Tensor.of(new float[] {1, 0, 0, 1}, 2, 2);
        assertThat(TaggedModel.crossEntropy(logits, tags).evaluate().item())
                .isCloseTo(1.0856848818391915, within(1e-6));
    }

    @Test
    void samplesHaveTheTagsThatAreAskedFor() {
        try (Trained trained = Trained.after(400)) {
            TagSampler sampler = trained.capability(TagSampler.class);
            assertThat(sampler.tags()).containsExactly("right side", "top");
            assertThat(share(trained, List.of("Right_Side", "-top"), 1, -1)).isGreaterThan(0.8);
            assertThat(share(trained, List.of("top", "right side"), 1, 1)).isGreaterThan(0.8);
            TensorData told = trained.capability(Tagger.class)
                    .probabilities(TensorData.of(new float[] {0.6f, -0.6f}, Shape.of(1, 2)), Weights.LATEST);
            assertThat(told.toFloats()[0]).isGreaterThan(0.8f);
            assertThat(told.toFloats()[1]).isLessThan(0.2f);
        }
    }

    /** Returns the share of samples whose numbers have these signs. */
    private static double share(Trained trained, List<String> wishes, int first, int second) {
        int count = 64;
        float[] latents = new float[2 * count];
        for (int i = 0; i < latents.length; i++) {
            latents[i] = (float) (1.5 * Math.sin(1.3 * i));
        }
        float[] made = trained.capability(TagSampler.class)
                .of(wishes)
                .samples(TensorData.of(latents, Shape.of(count, 2)), Weights.LATEST)
                .toFloats();
        return IntStream.range(0, count)
                        .filter(i -> made[2 * i] * first > 0 && made[2 * i + 1] * second > 0)
                        .count()
                / (double) count;
    }

    @Test
    void samplesOfOneWishHaveTheTagsOfOneExample() {
        try (Trained trained = Trained.after(20)) {
            TagSampler sampler = trained.capability(TagSampler.class);
            TensorData same = TensorData.of(new float[12], Shape.of(6, 2));
            float[] alike =
                    sampler.ofOne(List.of()).samples(same, Weights.LATEST).toFloats();
            float[] various =
                    sampler.of(List.of()).samples(same, Weights.LATEST).toFloats();
            for (int i = 2; i < alike.length; i++) {
                assertThat(alike[i]).isCloseTo(alike[i % 2], within(1e-6f));
            }
            assertThat(various[2]).isNotCloseTo(various[0], within(1e-4f));
            assertThat(sampler.ofOne(List.of("top")).samples(same, Weights.LATEST))
                    .isNotEqualTo(sampler.ofOne(List.of("-top")).samples(same, Weights.LATEST));
        }
    }

    /** Rows of an evaluation throw an exception for a field that they lack. */
    @Test
    void dataWithoutTagsAreComparedWithSamplesOfTheExamples() {
        Map<String, TensorData> rows = new HashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            public TensorData get(Object field) {
                throw new IllegalArgumentException("there is no field " + field);
            }
        };
        try (Trained trained = Trained.after(2)) {
            TensorData latents = TensorData.of(new float[] {1, 2, 3, 4}, Shape.of(2, 2));
            TensorData made = trained.capability(Evaluable.class)
                    .comparisons()
                    .get(0)
                    .generation()
                    .of(rows, latents, Weights.LATEST);
            assertThat(made)
                    .isEqualTo(
                            trained.capability(TagSampler.class).of(List.of()).samples(latents, Weights.LATEST));
        }
    }

    @Test
    void partsOfABatchWouldMixTheExamples() {
        assertThat(Tagged.standard().uses())
                .contains(GanComponents.LATENTS, GanComponents.EMA)
                .doesNotContain(GanComponents.ACCUMULATION);
        assertThat(Tagged.standard().weight(2)).isEqualTo(new Tagged(2));
    }

    @Test
    void tagsThatDoNotExistOrContradictAreRefused() {
        try (Trained trained = Trained.after(1)) {
            TagSampler sampler = trained.capability(TagSampler.class);
            assertThatThrownBy(() -> sampler.of(List.of("tops")))
                    .hasMessageContaining("there is no tag tops; did you mean top?");
            assertThatThrownBy(() -> sampler.of(List.of("top", "-top")))
                    .hasMessage("the tag top is both asked for and excluded: remove one");
            assertThatThrownBy(() -> trained.capability(Tagger.class)
                            .probabilities(TensorData.of(new float[3], Shape.of(1, 3)), Weights.LATEST))
                    .hasMessageContaining("FLOAT [2], not FLOAT [1, 3]");
        }
    }

    @Test
    void badSettingsComponentsAndDataAreNamed() {
        DataSchema bare = new DataSchema(List.of(new Field(Field.IMAGE, DType.FLOAT, Shape.of(2))), List.of());
        assertThat(new Tagged(0).problems(bare))
                .containsExactly(
                        "the weight of the tags must be above 0, not 0.0: 1 is usual",
                        "the application tagged needs the tags of each sample, the field tags; the data have [image]: ask a"
                                + " folder of images for them, as in --data \"{name: image-folder, path: photos, tags:"
                                + " 40}\"");
        try (Dataset data = corners().open()) {
            DataSchema schema = DataSchema.of(data);
            assertThat(Tagged.standard().problems(schema.withTags(List.of("one"))))
                    .singleElement()
                    .asString()
                    .contains("each of the 1 tags");
            assertThat(Tagged.standard().problems(components().critic(Dirac.critic()), schema))
                    .singleElement()
                    .asString()
                    .contains("linear");
        }
    }
}
