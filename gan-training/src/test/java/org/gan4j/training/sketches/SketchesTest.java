package org.gan4j.training.sketches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gan4j.api.application.GanComponents;
import org.gan4j.api.application.Plan;
import org.gan4j.api.data.Dataset;
import org.gan4j.api.data.Field;
import org.gan4j.api.game.Phase;
import org.gan4j.api.loss.AdversarialLoss;
import org.gan4j.api.network.Network;
import org.gan4j.api.optim.Optimizer;
import org.gan4j.api.optim.Sgd;
import org.gan4j.api.training.BatchSource;
import org.gan4j.api.training.TrainingRequest;
import org.gan4j.tensor.DType;
import org.gan4j.tensor.Shape;
import org.gan4j.tensor.Tensor;
import org.gan4j.tensor.TensorData;
import org.gan4j.tensor.Variable;
import org.gan4j.tensor.engine.Session;
import org.gan4j.tensor.reference.ReferenceEngine;
import org.gan4j.testkit.ComparisonCheck;
import org.gan4j.training.Checkpoint;
import org.gan4j.training.GameTrainer;
import org.gan4j.training.PreviewRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies that each kind of application has a plan that the trainer can train, preview, save and resume. */
class SketchesTest {
    private static final int BATCH = 4;
    private static final long SEED = 3;

    static List<Sketch> sketches() {
        return List.of(
                new Imitation(),
                new LabelConditional(),
                new SuperResolution(),
                new TextToImage(),
                new Pix2Pix(),
                new CycleGan(),
                new SemiSupervised(),
                new Video(),
                new Audio(),
                new Sequences(),
                new Tabular(),
                new ProgressiveGrowing());
    }

    /** Comparisons from latents, in pairs, in two directions, and of several fields at once. */
    static List<Sketch> compared() {
        return List.of(new Imitation(), new Video(), new Audio(), new SuperResolution(), new CycleGan(), new Tabular());
    }

    /** Components without architectures, because sketches bring their own networks. */
    private static GanComponents components() {
        Optimizer descent = new Sgd(0.01, 0);
        return GanComponents.of(new LeastSquares())
                .optimizer(descent)
                .with(GanComponents.CRITIC_UPDATES, 2)
                .with(GanComponents.EMA, 0.0);
    }

    record LeastSquares() implements AdversarialLoss {
        @Override
        public String name() {
            return "least-squares";
        }

        @Override
        public Tensor critic(Tensor real, Tensor fake) {
            return real.sub(1).square().mean().add(fake.square().mean());
        }

        @Override
        public Tensor generator(Tensor real, Tensor fake) {
            return fake.sub(1).square().mean();
        }
    }

    private static TensorData values(Field field, int count, long number) {
        Shape shape = field.batch(count);
        double[] values = IntStream.range(0, shape.size())
                .mapToDouble(i -> field.dtype() == DType.INT ? (i + number) % 2 : Math.sin(i + number))
                .toArray();
        return TensorData.of(field.dtype(), values, shape);
    }

    private static TrainingRequest training(Sketch sketch, Plan plan, int from, int to) {
        BatchSource batches = number -> {
            Map<String, TensorData> batch = new LinkedHashMap<>();
            sketch.data().fields().forEach(field -> batch.put(field.name(), values(field, BATCH, number)));
            return batch;
        };
        return new TrainingRequest(plan.phaseSchedule(), batches, BATCH, SEED, from, to, () -> false, List.of());
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void isTrainedAndResumedExactly(Sketch sketch) {
        Plan plan = sketch.plan(components());
        Session whole = new ReferenceEngine().open();
        Map<String, Double> metrics =
                new GameTrainer(whole).train(training(sketch, plan, 0, 3)).metrics();
        assertThat(metrics.values()).isNotEmpty().allMatch(Double::isFinite);

        Session first = new ReferenceEngine().open();
        new GameTrainer(first).train(training(sketch, plan, 0, 1));
        Session second = new ReferenceEngine().open();
        Checkpoint.of(first, 1).restore(second, plan.networks());
        new GameTrainer(second).train(training(sketch, plan, 1, 3));
        assertThat(Checkpoint.of(second, 3)).isEqualTo(Checkpoint.of(whole, 3));
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void everyNetworkLearnsOrChanges(Sketch sketch) {
        Plan plan = sketch.plan(components());
        Session session = new ReferenceEngine().open();
        new GameTrainer(session).train(training(sketch, plan, 0, 2));
        for (Network network : plan.networks()) {
            List<Variable> all = new ArrayList<>(network.parameters());
            all.addAll(network.state());
            assertThat(all).as(network.name()).anyMatch(variable -> !session.get(variable)
                    .equals(variable.initial().evaluate()));
        }
    }

    @ParameterizedTest
    @MethodSource("sketches")
    void showsTheSameSamplesEachTime(Sketch sketch) {
        Plan plan = sketch.plan(components());
        Session session = new ReferenceEngine().open();
        for (Phase phase : plan.phaseSchedule().phases()) {
            try (PreviewRenderer renderer = new PreviewRenderer(session, phase.preview(), new Made(sketch), SEED)) {
                TensorData shown = renderer.show(2);
                assertThat(shown.shape().dim(0)).isEqualTo(phase.preview().count());
                assertThat(renderer.show(2)).isEqualTo(shown);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("compared")
    void whatIsMadeCanBeComparedWithTheData(Sketch sketch) {
        try (Session session = new ReferenceEngine().open()) {
            new ComparisonCheck(sketch.plan(components()), session).check(new Made(sketch).read(0, 1, 2), 3);
        }
    }

    /** Synthetic data. */
    private record Made(Sketch sketch) implements Dataset {
        @Override
        public List<Field> fields() {
            return sketch.data().fields();
        }

        @Override
        public int size() {
            return BATCH;
        }

        @Override
        public Map<String, TensorData> read(int... indices) {
            Map<String, TensorData> batch = new LinkedHashMap<>();
            fields().forEach(field -> batch.put(field.name(), values(field, indices.length, 0)));
            return batch;
        }
    }
}
